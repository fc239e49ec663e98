package dev.millrace.core.time;

/**
 * A point in time at which an operator asked to be called, for one key and one namespace.
 *
 * @param timestamp milliseconds since the epoch
 * @param key the key that was selected when it was registered
 * @param namespace what the operator gave beside the key (a window, say), or null
 */
public record Timer(Domain domain, long timestamp, Object key, Object namespace) {

    /** The clock that a timer follows. */
    public enum Domain {
        EVENT_TIME,
        PROCESSING_TIME
    }
}
