package dev.millrace.verification.architecture.bad.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;

final class ThreadStarter {
    Function<Runnable, Thread> byReference = Thread::new;

    void start() {
        new Thread(this::start);
        Executors.newSingleThreadExecutor();
        CompletableFuture.runAsync(this::start);
    }
}
