package dev.millrace.core.function;

import dev.millrace.core.ModelApi;

/**
 * Joins two values of a kind into one of the same kind. It must be associative; the engine decides in which groups it
 * joins them, but keeps their order. In windows that overlap that is the order of time from slice to slice, and the order in
 * which values came within one.
 */
@ModelApi
@FunctionalInterface
public interface ReduceFunction<T> extends Function {

    /** The two as one. The result may be one of the two, changed or not. */
    T reduce(T value1, T value2) throws Exception;
}
