package dev.millrace.stream.join;

import dev.millrace.core.operator.OperatorFactory;

/** Makes operators that join two keyed streams by intervals of event time. Functions are serialized with them. */
public final class IntervalJoins {

    private IntervalJoins() {}

    /** Hands each pair within the bounds to a function, as soon as its second record comes. */
    public static <A, B, O> OperatorFactory<Object, O> join(
            IntervalSpec<A, B> spec, ProcessJoinFunction<A, B, O> function) {
        return () -> new IntervalJoinOperator<>(spec, function);
    }
}
