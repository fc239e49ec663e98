package dev.millrace.core.time;

/** The time of day and a stop-watch, both handed in. */
public interface Clock {

    /** Milliseconds since the epoch; may jump. */
    long millis();

    /** Nanoseconds from an arbitrary origin; never goes back. */
    long nanos();
}
