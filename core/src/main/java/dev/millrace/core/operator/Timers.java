package dev.millrace.core.operator;

import dev.millrace.core.time.Timer;

/**
 * The timers of a keyed operator: one for each (domain, timestamp, key, namespace). They are kept with the keyed state,
 * survive restores and move with their key group. The key is the one selected in the keyed state.
 */
public interface Timers {

    /** Registers a timer; registering the same one again does nothing. The namespace may be null. */
    void register(Timer.Domain domain, Object namespace, long timestamp);

    /** Deletes a timer; deleting one that does not exist does nothing. */
    void delete(Timer.Domain domain, Object namespace, long timestamp);

    /** The event time that this operator has come to, milliseconds since the epoch; {@link Long#MIN_VALUE} at first. */
    long currentWatermark();
}
