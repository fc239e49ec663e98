package dev.millrace.core.function;

import dev.millrace.core.ModelApi;

/** Decides which values stay. */
@ModelApi
@FunctionalInterface
public interface FilterFunction<T> extends Function {

    /** True when the value stays. The value must not be changed. */
    boolean filter(T value) throws Exception;
}
