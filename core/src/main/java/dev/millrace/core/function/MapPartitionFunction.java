package dev.millrace.core.function;

import dev.millrace.core.ModelApi;

/** Turns all values of a partition into any number of values. */
@ModelApi
@FunctionalInterface
public interface MapPartitionFunction<T, O> extends Function {

    /** Called once for the partition; the values can be walked through. */
    void mapPartition(Iterable<T> values, Collector<O> out) throws Exception;
}
