package dev.millrace.benchmarks.workload;

/** Counts over many keys, with a checkpoint at short intervals: four updates per key on average. */
public final class LargeState {
    /** Milliseconds from the start of one checkpoint to the start of the next. */
    public static final long CHECKPOINT_MILLIS = 2_000;

    private LargeState() {}

    public static int keys(long records) {
        return (int) Math.max(1, records / 4);
    }

    public static long check(long key, long count) {
        return Mix.hash(key, count, 5);
    }
}
