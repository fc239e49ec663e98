package dev.millrace.cluster.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A value that is made once, by the first who asks; the others wait for it. Safe for use by any thread. */
final class Lazy<T> {

    private final Supplier<T> maker;
    private final AtomicReference<CompletableFuture<T>> made = new AtomicReference<>();

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        CompletableFuture<T> mine = new CompletableFuture<>();
        if (made.compareAndSet(null, mine)) {
            try {
                mine.complete(maker.get());
            } catch (RuntimeException | Error failure) {
                mine.completeExceptionally(failure);
            }
        }
        return made.get().join();
    }
}
