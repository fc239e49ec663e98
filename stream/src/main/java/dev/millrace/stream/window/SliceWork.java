package dev.millrace.stream.window;

import java.util.List;

/**
 * What happens to the slices of one key: a record comes, or a time at which a window ends or is cleared. It changes the
 * slices it is given, and says what is to be emitted and when the key has to be looked at again. Owned by the task's thread.
 *
 * @param <A> totals of slices
 * @param <V> what a window function sees
 */
final class SliceWork<T, A, V> {

    private final Slicing slicing;
    private final Combine<T, A, V> combine;
    private final Totals<A> totals;
    private final LateWindows<A, V> lateWindows;
    private final long lateness;

    /** The slice of the record aimed at last, the ends of its first and last window, and the last time at which it counts. */
    private long start;

    private long end;
    private long firstEnd;
    private long lastEnd;
    private long over;

    /** The window looked at last, and the one after it. */
    private long windowEnd = KeySlices.NONE;

    private long windowStart;
    private long blockStart;
    private long nextWindowEnd;
    private long nextWindowStart;

    private long awaited;
    private long fired;
    private long cleared;
    private V result;
    private List<LateWindows.Firing<V>> late = List.of();

    /**
     * @param lateness how long after its end a window still takes records, milliseconds
     */
    SliceWork(Slicing slicing, Combine<T, A, V> combine, Totals<A> totals, long lateness) {
        this.slicing = slicing;
        this.combine = combine;
        this.totals = totals;
        this.lateWindows = new LateWindows<>(slicing, combine, totals);
        this.lateness = lateness;
    }

    /** Turns to the slice of a record that is to be added. */
    void aim(long timestamp) {
        if (timestamp < start || timestamp >= end) {
            start = slicing.sliceStart(timestamp);
            end = slicing.sliceEnd(start);
            firstEnd = slicing.endAfter(start);
            lastEnd = slicing.lastEnd(start);
            over = clearTime(lastEnd);
        }
    }

    /** Whether all windows of the record are over. */
    boolean isOver(long now) {
        return over <= now;
    }

    /** The last time at which a window with an end counts; then it is cleared. */
    private long clearTime(long windowEnd) {
        long last = windowEnd - 1;
        return last > KeySlices.NONE - lateness ? KeySlices.NONE : last + lateness;
    }

    /** Adds a record of the slice aimed at. */
    @SuppressWarnings("unchecked") // totals are of the combination's type
    void add(KeySlices slices, T value, long now) throws Exception {
        int place = slices.from(start);
        boolean known = slices.is(place, start);
        if (known) {
            slices.total(place, combine.add((A) slices.total(place), value, totals));
        } else {
            place = slices.insert(place, start, combine.first(value, totals));
        }
        if (slices.running() != null) {
            slices.running().changed(slices, place, !known);
        }
        awaited = KeySlices.NONE;
        boolean early = firstEnd - 1 > now;
        if (!early || firstEnd < slices.fireEnd()) {
            expect(slices, now);
        }
        late = early || lateness == 0 ? List.of() : lateWindows.of(slices, place, now, lateness);
    }

    private void expect(KeySlices slices, long now) {
        long fire = firstEnd - 1 > now ? firstEnd : slicing.endAfter(now + 1);
        if (fire <= lastEnd && fire < slices.fireEnd()) {
            slices.fireEnd(fire);
        }
        if (lateness > 0) {
            long clear = clearTime(firstEnd) > now ? firstEnd : slicing.endAfter(now + 1 - lateness);
            slices.clearEnd(Math.min(clear, slices.clearEnd()));
        }
        await(slices);
    }

    private void await(KeySlices slices) {
        long time = nextTime(slices);
        awaited = time != KeySlices.NONE && slices.await(time) ? time : KeySlices.NONE;
    }

    private static long fireTime(KeySlices slices) {
        return slices.fireEnd() == KeySlices.NONE ? KeySlices.NONE : slices.fireEnd() - 1;
    }

    private long nextTime(KeySlices slices) {
        return lateness == 0 || slices.clearEnd() == KeySlices.NONE
                ? fireTime(slices)
                : Math.min(fireTime(slices), clearTime(slices.clearEnd()));
    }

    /** A time has come for which the key has waited. */
    void come(KeySlices slices, long time) throws Exception {
        fired = KeySlices.NONE;
        cleared = KeySlices.NONE;
        if (fireTime(slices) == time) {
            fire(slices);
        }
        if (lateness == 0) {
            cleared = fired;
        } else if (slices.clearEnd() != KeySlices.NONE && clearTime(slices.clearEnd()) == time) {
            cleared = slices.clearEnd();
        }
        if (cleared != KeySlices.NONE) {
            turnTo(cleared);
            slices.dropBefore(nextWindowStart);
            slices.clearEnd(nextEnd(slices));
        }
        slices.come(time);
        await(slices);
    }

    private void fire(KeySlices slices) throws Exception {
        fired = slices.fireEnd();
        turnTo(fired);
        int from = slices.from(windowStart);
        int to = slices.from(windowEnd);
        result = combine.result(total(slices, from, to));
        slices.fireEnd(nextEnd(slices));
    }

    /** Looks at a window. The keys with the same window follow one another. */
    private void turnTo(long end) {
        if (windowEnd != end) {
            windowEnd = end;
            windowStart = slicing.windowStart(end);
            blockStart = slicing.blockStart(end);
            nextWindowEnd = slicing.endAfter(end);
            nextWindowStart = slicing.windowStart(nextWindowEnd);
        }
    }

    /** The end of the first window after the one looked at that holds a slice, or {@link KeySlices#NONE}. */
    private long nextEnd(KeySlices slices) {
        int place = slices.from(nextWindowStart);
        if (place == slices.tail()) {
            return KeySlices.NONE;
        }
        long first = slices.start(place);
        return first < nextWindowEnd ? nextWindowEnd : slicing.endAfter(first);
    }

    /** The total of the window that fires, which its function may change. */
    @SuppressWarnings("unchecked") // totals are of the combination's type
    private A total(KeySlices slices, int from, int to) throws Exception {
        if (to - from > 2) {
            return slices.runningOrNew().of(slices, from, to, windowEnd, blockStart, combine, totals);
        }
        A first = (A) slices.total(from);
        if (to - from == 2) {
            return combine.merge(totals.copy(first), totals.copy((A) slices.total(from + 1)));
        }
        boolean last = lateness == 0 && slices.start(from) < nextWindowStart;
        return last ? first : totals.copy(first);
    }

    /** When the key has to be looked at again, if it does not wait for that time already; else {@link KeySlices#NONE}. */
    long awaited() {
        return awaited;
    }

    /** The end of the window that has fired, or {@link KeySlices#NONE}. */
    long fired() {
        return fired;
    }

    /** The end of the window that is over, or {@link KeySlices#NONE}. */
    long cleared() {
        return cleared;
    }

    /** The result of the window that has fired; null when it has none. */
    V result() {
        return result;
    }

    /** The windows that fire because of the record, after their end. */
    List<LateWindows.Firing<V>> late() {
        return late;
    }
}
