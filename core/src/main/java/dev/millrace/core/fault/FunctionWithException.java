package dev.millrace.core.fault;

import dev.millrace.core.ModelApi;

/** Makes something of something, or fails. */
@ModelApi
@FunctionalInterface
public interface FunctionWithException<T, R, E extends Throwable> {

    R apply(T value) throws E;
}
