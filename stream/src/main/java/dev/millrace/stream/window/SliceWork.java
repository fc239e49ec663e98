package dev.millrace.stream.window;

/**
 * What happens to the slices of one key.
 *
 * @param <A> totals of slices
 * @param <V> what a window function sees
 */
final class SliceWork<T, A, V> implements KeyWork<T, V> {

    private final Slicing slicing;
    private final Combine<T, A, V> combine;
    private final TotalCopies<A> copies;
    private final LateWindows<A, V> lateWindows;
    private final SeenWindows windows;
    private final long lateness;

    /** The slice of the record aimed at last, the ends of its first and last window, and the last time at which it counts. */
    private long start;

    private long end;
    private long firstEnd;
    private long lastEnd;
    private long over;

    private boolean spilled;
    private long awaited;
    private final Firings<V> firings = new Firings<>();

    /**
     * @param lateness how long after its end a window still takes records, milliseconds
     */
    SliceWork(Slicing slicing, Combine<T, A, V> combine, TotalCopies<A> copies, long lateness) {
        this.slicing = slicing;
        this.combine = combine;
        this.copies = copies;
        this.lateWindows = new LateWindows<>(slicing, combine, copies);
        this.windows = new SeenWindows(slicing);
        this.lateness = lateness;
    }

    @Override
    public boolean aim(T value, long timestamp, long now) {
        return aim(timestamp, now);
    }

    @Override
    public boolean aim(Partial partial, long now) {
        return aim(partial.start(), now);
    }

    private boolean aim(long timestamp, long now) {
        if (timestamp < start || timestamp >= end) {
            start = slicing.sliceStart(timestamp);
            end = slicing.sliceEnd(start);
            firstEnd = slicing.endAfter(start);
            lastEnd = slicing.lastEnd(start);
            over = clearTime(lastEnd);
        }
        return over > now;
    }

    /** The last time at which a window with an end counts; then it is cleared. */
    private long clearTime(long windowEnd) {
        long last = windowEnd - 1;
        return last > KeyTotals.NONE - lateness ? KeyTotals.NONE : last + lateness;
    }

    @Override
    @SuppressWarnings("unchecked") // totals are of the combination's type
    public boolean add(KeyTotals slices, T value, long now) throws Exception {
        int place = slices.from(start);
        boolean known = slices.is(place, start);
        spilled = known && !combine.takes((A) slices.total(place));
        if (!known) {
            place = slices.insert(place, start, combine.first(value, copies));
        } else if (!spilled) {
            slices.total(place, combine.add((A) slices.total(place), value, copies));
        }
        added(slices, place, known, now);
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // totals are of the combination's type
    public boolean add(KeyTotals slices, Partial partial, long now) throws Exception {
        int place = slices.from(start);
        boolean known = slices.is(place, start);
        if (known) {
            slices.total(place, combine.merge((A) slices.total(place), (A) partial.total()));
        } else {
            place = slices.insert(place, start, partial.total());
        }
        added(slices, place, known, now);
        return true;
    }

    private void added(KeyTotals slices, int place, boolean known, long now) throws Exception {
        if (slices.running() != null) {
            slices.running().changed(slices, place, !known);
        }
        firings.begin();
        awaited = KeyTotals.NONE;
        boolean early = firstEnd - 1 > now;
        if (!early || firstEnd < slices.fireEnd()) {
            expect(slices, now);
        }
        if (!early && lateness > 0) {
            lateWindows.fire(slices, place, now, lateness, firings);
        }
    }

    private void expect(KeyTotals slices, long now) {
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

    private void await(KeyTotals slices) {
        long time = nextTime(slices);
        awaited = time != KeyTotals.NONE && slices.await(time) ? time : KeyTotals.NONE;
    }

    private static long fireTime(KeyTotals slices) {
        return slices.fireEnd() == KeyTotals.NONE ? KeyTotals.NONE : slices.fireEnd() - 1;
    }

    private long nextTime(KeyTotals slices) {
        return lateness == 0 || slices.clearEnd() == KeyTotals.NONE
                ? fireTime(slices)
                : Math.min(fireTime(slices), clearTime(slices.clearEnd()));
    }

    @Override
    public void come(KeyTotals slices, long time) throws Exception {
        long fired = slices.fireEnd();
        boolean fires = fireTime(slices) == time;
        if (fires) {
            fire(slices);
        }
        if (lateness == 0 && fires) {
            clear(slices, fired);
        } else if (lateness > 0 && slices.clearEnd() != KeyTotals.NONE && clearTime(slices.clearEnd()) == time) {
            clear(slices, slices.clearEnd());
        }
        slices.come(time);
        await(slices);
    }

    private void fire(KeyTotals slices) throws Exception {
        SeenWindows.Seen window = windows.of(slices.fireEnd());
        firings.fire(window.start(), window.end(), combine.result(total(slices, window)));
        slices.fireEnd(nextEnd(slices, window));
    }

    private void clear(KeyTotals slices, long end) {
        SeenWindows.Seen window = windows.of(end);
        firings.over(window.start(), end);
        slices.dropBefore(window.nextStart());
        if (lateness > 0) {
            slices.clearEnd(nextEnd(slices, window));
        }
    }

    /** The end of the first window after one that holds a slice, or {@link KeyTotals#NONE}. */
    private long nextEnd(KeyTotals slices, SeenWindows.Seen window) {
        int place = slices.from(window.nextStart());
        if (place == slices.tail()) {
            return KeyTotals.NONE;
        }
        long first = slices.start(place);
        return first < window.nextEnd() ? window.nextEnd() : slicing.endAfter(first);
    }

    /** The total of the window that fires, which its function may change. */
    @SuppressWarnings("unchecked") // totals are of the combination's type
    private A total(KeyTotals slices, SeenWindows.Seen window) throws Exception {
        int from = slices.from(window.start());
        int to = slices.from(window.end());
        if (to - from > 2) {
            return slices.runningOrNew().of(slices, from, to, window, combine, copies);
        }
        A first = (A) slices.total(from);
        if (to - from == 2) {
            return combine.merge(copies.copy(first), copies.copy((A) slices.total(from + 1)));
        }
        boolean last = lateness == 0 && slices.start(from) < window.nextStart();
        return last ? first : copies.copy(first);
    }

    @Override
    public boolean isSpilled() {
        return spilled;
    }

    @Override
    public TimeWindow window() {
        return new TimeWindow(slicing.windowStart(firstEnd), firstEnd);
    }

    @Override
    public long awaited() {
        return awaited;
    }

    @Override
    public Firings<V> firings() {
        return firings;
    }
}
