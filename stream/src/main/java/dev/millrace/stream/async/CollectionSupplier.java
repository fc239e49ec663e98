package dev.millrace.stream.async;

import dev.millrace.core.ModelApi;
import java.util.Collection;

/** Gives results when asked for them. */
@ModelApi
@FunctionalInterface
public interface CollectionSupplier<OUT> {

    Collection<OUT> get() throws Exception;
}
