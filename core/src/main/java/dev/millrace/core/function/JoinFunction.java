package dev.millrace.core.function;

import dev.millrace.core.ModelApi;

/** Turns a pair of matching values into one value. */
@ModelApi
@FunctionalInterface
public interface JoinFunction<IN1, IN2, OUT> extends Function {

    /** The pair's value. In an outer join the missing side is null. */
    OUT join(IN1 first, IN2 second) throws Exception;
}
