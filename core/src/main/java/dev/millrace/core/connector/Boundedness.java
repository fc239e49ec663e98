package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;

/** Whether a source ends by itself. */
@ModelApi
public enum Boundedness {
    /** All records can be read in finite time, and then the source ends. */
    BOUNDED,

    /** The source goes on until the job is stopped. */
    CONTINUOUS_UNBOUNDED
}
