package dev.millrace.core.fault;

import dev.millrace.core.ModelApi;

/** Does something, or fails. */
@ModelApi
@FunctionalInterface
public interface ThrowingRunnable<E extends Throwable> {

    void run() throws E;
}
