package dev.millrace.core.fault;

import dev.millrace.core.ModelApi;

/** Gives something, or fails. */
@ModelApi
@FunctionalInterface
public interface SupplierWithException<R, E extends Throwable> {

    R get() throws E;
}
