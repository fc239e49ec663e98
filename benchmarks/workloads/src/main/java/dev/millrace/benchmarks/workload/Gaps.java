package dev.millrace.benchmarks.workload;

import java.util.concurrent.atomic.LongAccumulator;

/**
 * The longest time in which a sink was given nothing: whatever holds a task up, the collector too, shows as such a gap. It is
 * told of every record, and looks at the clock for some of them. Each sink instance owns one; the longest of those that were
 * closed is kept for the process, as in {@link Tally}.
 */
public final class Gaps implements AutoCloseable {
    /** A power of two: the clock costs as much as counting a record does. */
    private static final int RECORDS_PER_CLOCK = 64;

    private static final LongAccumulator CLOSED = new LongAccumulator(Math::max, 0);

    private long records;
    private long last;
    private long longest;

    /** A record has come. */
    public void beat() {
        if ((records++ & RECORDS_PER_CLOCK - 1) == 0) {
            long now = System.nanoTime();
            if (last != 0) {
                longest = Math.max(longest, now - last);
            }
            last = now;
        }
    }

    @Override
    public void close() {
        CLOSED.accumulate(longest);
        longest = 0;
    }

    /** The longest gap of the job that has ended, in milliseconds; the next one starts from nothing. */
    public static double takeLongestMillis() {
        return CLOSED.getThenReset() / 1e6;
    }
}
