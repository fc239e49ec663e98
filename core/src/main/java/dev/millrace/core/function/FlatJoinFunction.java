package dev.millrace.core.function;

import dev.millrace.core.ModelApi;

/** Turns a pair of matching values into any number of values. */
@ModelApi
@FunctionalInterface
public interface FlatJoinFunction<IN1, IN2, OUT> extends Function {

    /** Hands the pair's values to {@code out}. In an outer join the missing side is null. */
    void join(IN1 first, IN2 second, Collector<OUT> out) throws Exception;
}
