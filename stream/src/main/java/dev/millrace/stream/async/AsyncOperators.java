package dev.millrace.stream.async;

import dev.millrace.core.operator.OperatorFactory;

/** Makes the factory of this room's operator. Functions are serialized with it. */
public final class AsyncOperators {

    private AsyncOperators() {}

    /** An operator that makes requests for records. */
    public static <I, O> OperatorFactory<I, O> wait(AsyncSpec<I, O> spec) {
        return () -> new AsyncOperator<>(spec);
    }
}
