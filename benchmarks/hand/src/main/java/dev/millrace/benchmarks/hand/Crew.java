package dev.millrace.benchmarks.hand;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Some threads that do the same on different parts. */
final class Crew {
    private Crew() {}

    /** What one of them does. */
    interface Body {
        void run(int member) throws Exception;
    }

    /**
     * Runs the body for the members 0 to {@code size} − 1, each in a thread, and returns when all have ended, or with the
     * first failure.
     */
    static void run(int size, Body body) throws Exception {
        if (size == 1) {
            body.run(0);
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(size, work -> {
            Thread thread = new Thread(work, "hand");
            thread.setDaemon(true);
            return thread;
        });
        ExecutorCompletionService<Void> parts = new ExecutorCompletionService<>(threads);
        for (int i = 0; i < size; i++) {
            int member = i;
            parts.submit(() -> {
                body.run(member);
                return null;
            });
        }
        try {
            for (int i = 0; i < size; i++) {
                parts.take().get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a thread failed", failure.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
