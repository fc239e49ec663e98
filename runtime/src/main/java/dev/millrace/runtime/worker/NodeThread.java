package dev.millrace.runtime.worker;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One thread that runs what it is given, in the order given, and ticks in between. What is given to it after it was closed
 * is dropped. Safe for use by any thread.
 */
public final class NodeThread implements Executor, AutoCloseable {
    /** For so many ticks after the last action ticks come at their pace; then, once in so many of them. */
    private static final int TICKS_UNTIL_QUIET = 10;

    private static final int TICKS_WHEN_QUIET = 5;

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final long tickNanos;
    private final Runnable tick;
    private final Consumer<Throwable> onThrown;
    private volatile boolean closed;

    /**
     * A thread that has yet to be started; what it is given before waits.
     *
     * @param tick called every {@code tickMillis}, as exactly as what else there is to do allows; a fifth as often when there
     *     was nothing to do for ten ticks, because a process of idle jobs should rest
     * @param onThrown gets what an action or a tick threw; the thread goes on
     */
    public NodeThread(long tickMillis, Runnable tick, Consumer<Throwable> onThrown) {
        this.tickNanos = TimeUnit.MILLISECONDS.toNanos(tickMillis);
        this.tick = tick;
        this.onThrown = onThrown;
    }

    /** Starts it; it does not keep the process alive. */
    public void start(String name) {
        Thread thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void execute(Runnable action) {
        if (!closed) {
            waiting.add(action);
        }
    }

    private void run() {
        long nextTick = System.nanoTime() + tickNanos;
        int quietTicks = 0;
        while (!closed) {
            try {
                Runnable action = waiting.poll(Math.max(0, nextTick - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (action != null) {
                    quietTicks = 0;
                    nextTick = Math.min(nextTick, System.nanoTime() + tickNanos);
                    attempt(action);
                }
                if (System.nanoTime() - nextTick >= 0) {
                    attempt(tick);
                    quietTicks++;
                    nextTick = System.nanoTime() + (quietTicks < TICKS_UNTIL_QUIET ? 1 : TICKS_WHEN_QUIET) * tickNanos;
                }
            } catch (InterruptedException ended) {
                closed = true;
            }
        }
        waiting.clear();
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error thrown) {
            onThrown.accept(thrown);
        }
    }

    /** Ends the thread after what it does now. */
    @Override
    public void close() {
        closed = true;
        waiting.add(() -> {});
    }
}
