package dev.millrace.core.function;

import dev.millrace.core.ModelApi;

/** Turns one value into one value. */
@ModelApi
@FunctionalInterface
public interface MapFunction<T, O> extends Function {

    /** The value that takes the place of {@code value}; what is thrown fails the job and names the record. */
    O map(T value) throws Exception;
}
