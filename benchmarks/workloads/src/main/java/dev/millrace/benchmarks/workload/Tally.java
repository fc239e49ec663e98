package dev.millrace.benchmarks.workload;

import java.util.concurrent.atomic.LongAdder;

/**
 * The checksum of what a sink has seen, the same in whatever order it came. Each sink instance owns one and adds to it
 * without sharing; the sums of all that were closed are the job's answer. They are kept for the whole process, because
 * engines make sinks out of bytes, which can carry no reference to whoever asks.
 */
public final class Tally implements AutoCloseable {
    private static final LongAdder CLOSED_SUM = new LongAdder();
    private static final LongAdder CLOSED_RESULTS = new LongAdder();

    private long sum;
    private long results;

    public void add(long hash) {
        sum += hash;
        results++;
    }

    /** Adds results that were summed up before. */
    public void add(long hashes, long count) {
        sum += hashes;
        results += count;
    }

    /** Adds what was seen to the job's answer. */
    @Override
    public void close() {
        CLOSED_SUM.add(sum);
        CLOSED_RESULTS.add(results);
        sum = 0;
        results = 0;
    }

    /** The answer of the job that has ended; the next one starts from nothing. */
    public static Answer takeAnswer() {
        return new Answer(CLOSED_SUM.sumThenReset(), CLOSED_RESULTS.sumThenReset());
    }

    /** A job's checksum and the number of its results. */
    public record Answer(long checksum, long results) {
        @Override
        public String toString() {
            return Long.toHexString(checksum) + "/" + results;
        }
    }
}
