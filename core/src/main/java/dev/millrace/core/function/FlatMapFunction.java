package dev.millrace.core.function;

import dev.millrace.core.ModelApi;

/** Turns one value into any number of values. */
@ModelApi
@FunctionalInterface
public interface FlatMapFunction<T, O> extends Function {

    /** Hands every result to {@code out}, in order; the collector is only valid during the call. */
    void flatMap(T value, Collector<O> out) throws Exception;
}
