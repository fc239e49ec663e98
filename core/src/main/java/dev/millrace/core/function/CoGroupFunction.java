package dev.millrace.core.function;

import dev.millrace.core.ModelApi;

/** Turns all values of one key from two sides into any number of values. */
@ModelApi
@FunctionalInterface
public interface CoGroupFunction<IN1, IN2, O> extends Function {

    /** Hands the group's values to {@code out}; a side without values is empty. Each side may be walked once. */
    void coGroup(Iterable<IN1> first, Iterable<IN2> second, Collector<O> out) throws Exception;
}
