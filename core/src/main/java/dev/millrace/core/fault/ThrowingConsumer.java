package dev.millrace.core.fault;

import dev.millrace.core.ModelApi;

/** Takes something, or fails. */
@ModelApi
@FunctionalInterface
public interface ThrowingConsumer<T, E extends Throwable> {

    void accept(T value) throws E;
}
