package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;

/** Finds the timestamp of a record. */
@ModelApi
@FunctionalInterface
public interface TimestampAssigner<T> {

    /** What stands for a missing timestamp. */
    long NO_TIMESTAMP = Long.MIN_VALUE;

    /**
     * The timestamp in milliseconds since the epoch.
     *
     * @param recordTimestamp the one that the record has, or {@link #NO_TIMESTAMP}
     */
    long extractTimestamp(T element, long recordTimestamp);
}
