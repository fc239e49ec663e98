package dev.millrace.core.function;

import dev.millrace.core.ModelApi;

/** Takes the results of a function. */
@ModelApi
public interface Collector<T> {

    /** Takes one result. */
    void collect(T record);

    /** Says that no result will follow; engines call it, functions do not. */
    default void close() {}
}
