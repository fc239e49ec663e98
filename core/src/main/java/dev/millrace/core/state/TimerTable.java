package dev.millrace.core.state;

import dev.millrace.core.time.Timer;

/** Timers of one domain, by timestamp, then in an order that depends on nothing but the timers themselves. */
public interface TimerTable {

    /** Adds a timer of the selected key unless it is there; true when it is now the earliest. */
    boolean add(Object namespace, long timestamp);

    /** Removes a timer of the selected key if it is there. */
    void remove(Object namespace, long timestamp);

    /** The earliest timestamp, or {@link Long#MAX_VALUE} when there is no timer. */
    long earliest();

    /** How many timers there are. */
    long size();

    /** Removes and returns the earliest timer if it is due at {@code timestamp}, else null. */
    Timer poll(long timestamp);
}
