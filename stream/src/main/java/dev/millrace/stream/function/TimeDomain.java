package dev.millrace.stream.function;

import dev.millrace.core.ModelApi;

/** The clock that a timer follows. */
@ModelApi
public enum TimeDomain {
    EVENT_TIME,
    PROCESSING_TIME
}
