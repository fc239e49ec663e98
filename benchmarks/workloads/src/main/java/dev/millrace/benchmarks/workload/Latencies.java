package dev.millrace.benchmarks.workload;

import java.util.Arrays;

/**
 * How long results were on their way, as a histogram with 32 steps per power of two, so that what is read from it is at most
 * about 3 % off. Each sink instance owns one; those closed are summed up for the process, as in {@link Tally}.
 */
public final class Latencies implements AutoCloseable {
    private static final int STEPS = 32;
    private static final long[] CLOSED = new long[64 * STEPS];
    private static long closedMax;

    private final long[] counts = new long[64 * STEPS];
    private final long skipNanos;
    private long first = Long.MIN_VALUE;
    private long max;

    /** @param skipNanos results that were due in the first so many nanoseconds are left out: the engine warms up */
    public Latencies(long skipNanos) {
        this.skipNanos = skipNanos;
    }

    /** Notes a result that arrived at {@code now} and whose cause was due at {@code due}, both as {@link System#nanoTime}. */
    public void arrived(long due, long now) {
        if (first == Long.MIN_VALUE) {
            first = due;
        }
        if (due - first >= skipNanos) {
            long nanos = Math.max(now - due, STEPS);
            max = Math.max(max, nanos);
            int exponent = 63 - Long.numberOfLeadingZeros(nanos);
            counts[exponent * STEPS + (int) (nanos >>> (exponent - 5) & STEPS - 1)]++;
        }
    }

    @Override
    public void close() {
        synchronized (CLOSED) {
            for (int i = 0; i < counts.length; i++) {
                CLOSED[i] += counts[i];
            }
            closedMax = Math.max(closedMax, max);
        }
        Arrays.fill(counts, 0);
        max = 0;
    }

    /** Percentiles of the job that has ended, in microseconds; the next one starts from nothing. */
    public static Percentiles takePercentiles() {
        synchronized (CLOSED) {
            long count = Arrays.stream(CLOSED).sum();
            Percentiles percentiles = new Percentiles(
                    quantile(count, 0.5), quantile(count, 0.99), quantile(count, 0.999), closedMax / 1e3, count);
            Arrays.fill(CLOSED, 0);
            closedMax = 0;
            return percentiles;
        }
    }

    private static double quantile(long count, double fraction) {
        long wanted = (long) Math.ceil(count * fraction);
        long seen = 0;
        for (int i = 0; i < CLOSED.length; i++) {
            seen += CLOSED[i];
            if (CLOSED[i] > 0 && seen >= wanted) {
                int exponent = i / STEPS;
                double step = Math.scalb(1.0, exponent - 5);
                return (STEPS + i % STEPS + 0.5) * step / 1e3;
            }
        }
        return 0;
    }

    /** Microseconds below which half, 99 and 99.9 in a hundred results stayed, the longest of all, and how many there were. */
    public record Percentiles(double p50, double p99, double p999, double max, long count) {}
}
