package dev.millrace.stream.window;

import java.util.Arrays;

/**
 * Windows that fire, in order, and at most one that is over after that. Used again for each record and time. Windows are
 * noted as numbers, as a reference that is stored costs the collector's barriers.
 */
final class Firings<V> {

    private static final int FIRINGS_FIRST = 4;

    private long[] starts = new long[FIRINGS_FIRST];
    private long[] ends = new long[FIRINGS_FIRST];
    private Object[] results = new Object[FIRINGS_FIRST];
    private int size;
    private boolean over;
    private long overStart;
    private long overEnd;

    /** A record comes, or a time: nothing fires so far. */
    void begin() {
        while (size > 0) {
            results[--size] = null;
        }
        over = false;
    }

    /**
     * A window fires.
     *
     * @param result null when the window has none and nothing is to be emitted
     */
    void fire(long start, long end, V result) {
        if (result == null) {
            return;
        }
        if (size == ends.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            results = Arrays.copyOf(results, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        results[size++] = result;
    }

    /** A window takes no more records. */
    void over(long start, long end) {
        over = true;
        overStart = start;
        overEnd = end;
    }

    int size() {
        return size;
    }

    /** The last moment of a window. */
    long maxTimestamp(int place) {
        return ends[place] - 1;
    }

    TimeWindow window(int place) {
        return new TimeWindow(starts[place], ends[place]);
    }

    @SuppressWarnings("unchecked") // only results are added
    V result(int place) {
        return (V) results[place];
    }

    /** The window that is over, or null. */
    TimeWindow over() {
        return over ? new TimeWindow(overStart, overEnd) : null;
    }
}
