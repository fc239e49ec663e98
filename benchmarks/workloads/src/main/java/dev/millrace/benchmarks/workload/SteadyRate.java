package dev.millrace.benchmarks.workload;

import java.io.Serializable;

/**
 * Records on a fixed schedule through a keyed exchange. Each carries the time at which it was due, not at which it was sent:
 * a source that is held up counts against the engine.
 */
public final class SteadyRate {
    public static final int PER_SECOND = 200_000;
    public static final int KEYS = 1_000_000;
    /** Results of the first so many nanoseconds are not counted. */
    public static final long SKIPPED_NANOS = 5_000_000_000L;

    private SteadyRate() {}

    /** The time at which record {@code number} of one of {@code sources} equal sources is due. */
    public static long due(long start, long number, int sources) {
        return start + (long) (number * (1e9 * sources / PER_SECOND));
    }

    public static long check(long key, long count) {
        return Mix.hash(key, count, 6);
    }

    /** A record with text for a key. */
    public record Visit(String page, long due) implements Serializable {}

    /** How often a page has been seen. */
    public record Seen(String page, long count, long due) implements Serializable {}

    public static Visit visit(long number, long due) {
        return new Visit("page-" + KeyedCount.key(number, KEYS), due);
    }

    public static long check(Seen seen) {
        return check(seen.page().hashCode(), seen.count());
    }
}
