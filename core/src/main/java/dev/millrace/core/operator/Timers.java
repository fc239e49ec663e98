package dev.millrace.core.operator;

import dev.millrace.core.time.Timer;

/**
 * The timers of a keyed operator: one for each (domain, timestamp, key, namespace). They are kept with the keyed state,
 * survive restores and move with their key group. The key is the one selected in the keyed state.
 */
public interface Timers {

    /**
     * Registers a timer; registering the same one again does nothing. The namespace may be null. A timer of the clock is due
     * when its millisecond has passed, as one of event time is due when the watermark says that nothing at its timestamp
     * will come any more: a window that ends with a millisecond has all records of it.
     */
    void register(Timer.Domain domain, Object namespace, long timestamp);

    /** Deletes a timer; deleting one that does not exist does nothing. */
    void delete(Timer.Domain domain, Object namespace, long timestamp);

    /**
     * Whether the last record of the selected key has come, in batch, and its last timers fire. Timers of the clock that user
     * code registers then would never be over, so it is not let; what the engine registers for itself fires.
     */
    default boolean isAtEndOfKey() {
        return false;
    }

    /** The event time that this operator has come to, milliseconds since the epoch; {@link Long#MIN_VALUE} at first. */
    long currentWatermark();
}
