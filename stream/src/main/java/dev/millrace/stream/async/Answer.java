package dev.millrace.stream.async;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;

/** The answer to one attempt, on its way to the operator's thread; the first one counts. Safe for use by any thread. */
final class Answer<O> implements ResultFuture<O> {

    /** Takes the answer, on any thread. */
    interface Taker<O> {
        void take(CollectionSupplier<O> results);
    }

    private final Taker<O> taker;
    private final AtomicBoolean given = new AtomicBoolean();

    Answer(Taker<O> taker) {
        this.taker = taker;
    }

    @Override
    public void complete(Collection<O> result) {
        complete(() -> result);
    }

    @Override
    public void completeExceptionally(Throwable error) {
        complete(() -> {
            throw new Failure(error);
        });
    }

    @Override
    public void complete(CollectionSupplier<O> supplier) {
        if (given.compareAndSet(false, true)) {
            taker.take(supplier);
        }
    }

    /** Carries what a request was answered with instead of results. */
    static final class Failure extends Exception {

        private static final long serialVersionUID = 1;

        Failure(Throwable cause) {
            super(cause);
        }
    }
}
