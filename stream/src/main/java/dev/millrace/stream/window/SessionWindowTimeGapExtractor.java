package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/** Finds the gap that ends a session after a record. */
@ModelApi
@FunctionalInterface
public interface SessionWindowTimeGapExtractor<T> extends Serializable {

    /** Milliseconds, above 0. */
    long extract(T element);
}
