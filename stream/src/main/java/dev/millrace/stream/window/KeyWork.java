package dev.millrace.stream.window;

/**
 * What happens to the totals of one key: a record comes, or a time at which a window ends or is over. It changes the totals
 * it is given, and says which windows fire and when the key has to be looked at again. Owned by the task's thread.
 *
 * @param <V> what a window function sees
 */
sealed interface KeyWork<T, V> permits SliceWork, SessionWork {

    /** Turns to a record; false when all its windows are over, whatever its key has. */
    boolean aim(T value, long timestamp, long now);

    /** Turns to records that have been combined; false when all their windows are over. */
    boolean aim(Partial partial, long now);

    /** Adds the record turned to; false when all its windows are over. */
    boolean add(KeyTotals totals, T value, long now) throws Exception;

    /** Adds the combined records turned to; false when all their windows are over. */
    boolean add(KeyTotals totals, Partial partial, long now) throws Exception;

    /** A time has come for which the key has waited; its firings follow those that are there. */
    void come(KeyTotals totals, long time) throws Exception;

    /** Whether the record added last was not taken into the totals, so that it has to be kept beside them. */
    boolean isSpilled();

    /** The first window of a record that was not taken. */
    TimeWindow window();

    /** When the key has to be looked at, if it will not be before; else {@link KeyTotals#NONE}. */
    long awaited();

    /** The windows that fire, and that are over. */
    Firings<V> firings();
}
