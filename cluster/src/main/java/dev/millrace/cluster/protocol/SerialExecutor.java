package dev.millrace.cluster.protocol;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs things one at a time and in order on an executor that may have many threads. Safe for use by any thread. */
public final class SerialExecutor implements Executor {

    /** After so many in one go the thread is given back. */
    private static final int ACTIONS_PER_TURN_MAX = 64;

    private final Executor threads;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    public SerialExecutor(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable action) {
        waiting.add(action);
        if (count.getAndIncrement() == 0) {
            threads.execute(this::turn);
        }
    }

    private void turn() {
        int left = count.get();
        for (int i = 0; i < ACTIONS_PER_TURN_MAX && left > 0; i++) {
            run(waiting.remove());
            left = count.decrementAndGet();
        }
        if (left > 0) {
            threads.execute(this::turn);
        }
    }

    /** What an action throws is its own affair; those after it run all the same. */
    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error thrown) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        }
    }
}
