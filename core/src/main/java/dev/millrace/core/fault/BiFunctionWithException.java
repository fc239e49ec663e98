package dev.millrace.core.fault;

import dev.millrace.core.ModelApi;

/** Makes something of two things, or fails. */
@ModelApi
@FunctionalInterface
public interface BiFunctionWithException<T, U, R, E extends Throwable> {

    R apply(T first, U second) throws E;
}
