package dev.millrace.stream.window;

import java.util.Arrays;

/**
 * Totals of runs of a key's slices, of which the totals of windows are made with one merge: those from each slice up to the
 * start of a block, and the one from there on. Each slice enters either once, whatever the number of windows (the algorithm
 * of van Herk and of Gil and Werman for running minima, on slices). A record that comes to a slice which has entered already
 * costs a new beginning from there.
 *
 * <p>Everything here follows from the slices, so it is no part of snapshots.
 */
final class RunningTotals {

    private boolean begun;

    /** The start of the block that the last window ended in. */
    private long block;

    /** The total of {@code block} up to {@code reached}, or null when it has no slices. */
    private Object after;

    private long reached;

    /** Per number of slices, less one, the total of so many slices before the block. */
    private Object[] before = {};

    /** How many totals {@code before} has. */
    private int known;

    /** A slice has changed. */
    void changed(KeySlices slices, int place) {
        long start = slices.start(place);
        if (!begun) {
            return;
        }
        if (start < block) {
            int later = slices.from(block) - place - 1;
            if (later < known) {
                Arrays.fill(before, later, known, null);
                known = later;
            }
        } else if (start < reached) {
            after = null;
            reached = block;
        }
    }

    /** Windows end in another block from now on. */
    private void begin(long newBlock) {
        begun = true;
        block = newBlock;
        reached = newBlock;
        after = null;
        Arrays.fill(before, 0, known, null);
        known = 0;
    }

    /**
     * The total of a window, which the caller may change.
     *
     * @param from the place of its first slice
     * @param to one more than the place of its last slice
     * @param blockStart see {@link Slicing#blockStart}
     */
    @SuppressWarnings("unchecked") // totals are of the combination's type
    <A> A of(KeySlices slices, int from, int to, long end, long blockStart, Combine<?, A, ?> combine, Totals<A> totals)
            throws Exception {
        if (!begun || blockStart != block) {
            begin(blockStart);
        }
        A later = after(slices, to, end, combine, totals);
        int count = slices.from(block) - from;
        if (count <= 0) {
            return later;
        }
        A earlier = totals.copy(before(slices, from + count, count, combine, totals));
        return later == null ? earlier : combine.merge(earlier, later);
    }

    @SuppressWarnings("unchecked") // totals are of the combination's type
    private <A> A after(KeySlices slices, int to, long end, Combine<?, A, ?> combine, Totals<A> totals)
            throws Exception {
        A total = (A) after;
        for (int place = slices.from(reached); place < to; place++) {
            A slice = totals.copy((A) slices.total(place));
            total = total == null ? slice : combine.merge(total, slice);
        }
        after = total;
        reached = end;
        return totals.copy(total);
    }

    @SuppressWarnings("unchecked") // totals are of the combination's type
    private <A> A before(KeySlices slices, int to, int count, Combine<?, A, ?> combine, Totals<A> totals)
            throws Exception {
        if (count > before.length) {
            before = Arrays.copyOf(before, Math.max(count, before.length * 2));
        }
        for (; known < count; known++) {
            A slice = totals.copy((A) slices.total(to - known - 1));
            before[known] = known == 0 ? slice : combine.merge(slice, totals.copy((A) before[known - 1]));
        }
        return (A) before[count - 1];
    }
}
