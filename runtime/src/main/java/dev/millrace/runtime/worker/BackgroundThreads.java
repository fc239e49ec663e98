package dev.millrace.runtime.worker;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for what may wait long and for who knows what: user code of sources and of whoever submits jobs, files of the
 * control plane. As many as there are things to do, so that one that waits stops no other; few things are done at a time.
 * What is given to them beyond the bound, or after they were closed, is done by whoever gives it.
 */
public final class BackgroundThreads implements Executor, AutoCloseable {
    private static final int THREADS_MAX = 1_024;
    private static final long IDLE_SECONDS = 5;

    private final ExecutorService pool;

    public BackgroundThreads(String name) {
        AtomicInteger numbers = new AtomicInteger();
        pool = new ThreadPoolExecutor(
                0,
                THREADS_MAX,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> {
                    Thread thread = new Thread(work, name + "-" + numbers.getAndIncrement());
                    thread.setDaemon(true);
                    return thread;
                },
                (work, full) -> work.run());
    }

    @Override
    public void execute(Runnable action) {
        pool.execute(action);
    }

    /** Ends the threads; what is being done is done to its end. */
    @Override
    public void close() {
        pool.shutdown();
    }
}
