package dev.millrace.core.type;

import dev.millrace.core.ModelApi;

/**
 * A function, source or format that says the type of what it produces.
 *
 * @param <T> what is produced
 */
@ModelApi
public interface ResultTypeQueryable<T> {

    /** The type of what is produced. */
    TypeInformation<T> getProducedType();
}
