package dev.millrace.benchmarks.hand;

import dev.millrace.benchmarks.workload.Tally;

/**
 * What one thread does with the records that it owns.
 *
 * @param <R> the records that go on
 */
interface Plan<R> {
    /** The hash of records that need not go to their key's owner. */
    long STAYS = Long.MIN_VALUE;

    /** The record of the event of that number, or null when nobody asks for it. */
    R pick(long number);

    /** A hash of the record's key, or {@link #STAYS}. */
    long hash(R record);

    void process(R record, Tally tally);

    /** Event time has come so far for all records that follow. */
    default void watermark(long time, Tally tally) {}

    /** Takes over what another thread has gathered, after both have ended. */
    default void merge(Plan<R> other) {}

    /** All has been merged. */
    default void end(Tally tally) {}
}
