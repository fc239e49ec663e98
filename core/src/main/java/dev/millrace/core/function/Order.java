package dev.millrace.core.function;

import dev.millrace.core.ModelApi;

/** In which direction values are sorted. */
@ModelApi
public enum Order {
    /** Not at all. */
    NONE,
    /** In one direction or the other. */
    ANY,
    /** The smallest first. */
    ASCENDING,
    /** The largest first. */
    DESCENDING;

    /** Whether it sorts. */
    public boolean isOrdered() {
        return this != NONE;
    }
}
