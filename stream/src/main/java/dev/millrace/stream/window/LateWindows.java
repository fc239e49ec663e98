package dev.millrace.stream.window;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The windows that have ended but still take records: they fire for each, the latest first. All of them hold the record's
 * slice, so their totals grow from it to both sides, and each further slice is merged once.
 */
final class LateWindows<A, V> {

    private final Slicing slicing;
    private final Combine<?, A, V> combine;
    private final TotalCopies<A> totals;

    LateWindows(Slicing slicing, Combine<?, A, V> combine, TotalCopies<A> totals) {
        this.slicing = slicing;
        this.combine = combine;
        this.totals = totals;
    }

    /**
     * Fires the windows of a record.
     *
     * @param place where its slice is
     * @param lateness above 0
     */
    void fire(KeyTotals slices, int place, long now, long lateness, Firings<V> firings) throws Exception {
        long slice = slices.start(place);
        List<Long> ends = new ArrayList<>();
        long lastEnd = slicing.lastEnd(slice);
        long over = now < Long.MIN_VALUE + lateness ? Long.MIN_VALUE : now - lateness;
        for (long end = slicing.endAfter(slice); end <= lastEnd && end - 1 <= now; end = slicing.endAfter(end)) {
            if (end - 1 > over) {
                ends.add(end);
            }
        }
        List<A> later = later(slices, place, ends);
        A earlier = null;
        int reached = place + 1;
        for (int i = ends.size() - 1; i >= 0; i--) {
            long start = slicing.windowStart(ends.get(i));
            int from = slices.from(start);
            while (reached > from) {
                A added = total(slices, --reached);
                earlier = earlier == null ? added : combine.merge(added, earlier);
            }
            A whole = totals.copy(earlier);
            whole = later.get(i) == null ? whole : combine.merge(whole, later.get(i));
            firings.fire(start, ends.get(i), combine.result(whole));
        }
    }

    /** For each window the total of its slices after the record's, or null. */
    private List<A> later(KeyTotals slices, int place, List<Long> ends) throws Exception {
        if (ends.isEmpty()) {
            return Collections.emptyList();
        }
        List<A> later = new ArrayList<>(ends.size());
        A total = null;
        int reached = place + 1;
        for (long end : ends) {
            for (int to = slices.from(end); reached < to; reached++) {
                A added = total(slices, reached);
                total = total == null ? added : combine.merge(total, added);
            }
            later.add(totals.copy(total));
        }
        return later;
    }

    @SuppressWarnings("unchecked") // totals are of the combination's type
    private A total(KeyTotals slices, int place) {
        return totals.copy((A) slices.total(place));
    }
}
