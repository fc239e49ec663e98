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

    private static final int TOUCHED_AT_ONCE = 32;

    private boolean begun;

    /** The start of the block that the last window ended in, and the number of the first slice from there on. */
    private long block;

    private long blockNumber;

    /** The total of {@code block} up to {@code reached}, or null when it has no slices; and the number reached. */
    private Object after;

    private long reached;
    private long reachedNumber;

    /** The number of the first slice from {@code reached} on that is not on its way into the processor's cache. */
    private long touchedNumber;

    private int touched;

    /** Per number of slices, less one, the total of so many slices before the block. */
    private Object[] before = {};

    /** How many totals {@code before} has. */
    private int known;

    /** A slice has got a record; it may be new. */
    void changed(KeyTotals slices, int place, boolean inserted) {
        if (!begun) {
            return;
        }
        long start = slices.start(place);
        if (start < block) {
            blockNumber += inserted ? 1 : 0;
            forget((int) (blockNumber - slices.number(place)) - 1);
        }
        if (start < reached) {
            reachedNumber += inserted ? 1 : 0;
            touchedNumber += inserted ? 1 : 0;
            if (start >= block) {
                after = null;
                reached = block;
                reachedNumber = blockNumber;
            }
        }
    }

    /** Keeps no more than so many totals before the block. */
    private void forget(int keep) {
        while (known > keep) {
            before[--known] = null;
        }
    }

    /** Windows end in another block from now on. */
    private void begin(long newBlock, KeyTotals slices) {
        begun = true;
        block = newBlock;
        blockNumber = slices.number(slices.from(newBlock));
        reached = newBlock;
        reachedNumber = blockNumber;
        after = null;
        forget(0);
    }

    /**
     * The total of a window, which the caller may change. Windows come in the order of their ends.
     *
     * @param from the place of its first slice
     * @param to one more than the place of its last slice
     */
    <A> A of(
            KeyTotals slices,
            int from,
            int to,
            SeenWindows.Seen window,
            Combine<?, A, ?> combine,
            TotalCopies<A> totals)
            throws Exception {
        if (!begun || window.blockStart() != block) {
            begin(window.blockStart(), slices);
        }
        A later = after(slices, to, combine, totals);
        reached = window.end();
        int count = (int) (blockNumber - slices.number(from));
        forget(Math.max(count, 0));
        if (count <= 0) {
            return later;
        }
        A earlier = totals.copy(before(slices, from + count, count, combine, totals));
        return later == null ? earlier : combine.merge(earlier, later);
    }

    @SuppressWarnings("unchecked") // totals are of the combination's type
    private <A> A after(KeyTotals slices, int to, Combine<?, A, ?> combine, TotalCopies<A> totals) throws Exception {
        A total = (A) after;
        for (int place = slices.place(reachedNumber); place < to; place++) {
            touchFrom(slices, place);
            A slice = totals.copy((A) slices.total(place));
            total = total == null ? slice : combine.merge(total, slice);
        }
        if (total != after) {
            after = total;
        }
        reachedNumber = slices.number(to);
        return totals.copy(total);
    }

    private void touchFrom(KeyTotals slices, int place) {
        long number = slices.number(place);
        if (number >= touchedNumber) {
            int end = Math.min(place + TOUCHED_AT_ONCE, slices.tail());
            touchedNumber = slices.number(end);
            touch(slices, place, end);
        }
    }

    /** Reads slices, so that the processor fetches several at a time: each lies where it was made. */
    private void touch(KeyTotals slices, int from, int to) {
        int longs = 0;
        for (int place = from; place < to; place++) {
            longs += slices.total(place).getClass() == Long.class ? 1 : 0;
        }
        touched += longs;
    }

    @SuppressWarnings("unchecked") // totals are of the combination's type
    private <A> A before(KeyTotals slices, int to, int count, Combine<?, A, ?> combine, TotalCopies<A> totals)
            throws Exception {
        if (count > before.length) {
            before = Arrays.copyOf(before, Math.max(count, before.length * 2));
        }
        for (; known < count; known++) {
            if (known % TOUCHED_AT_ONCE == 0) {
                touch(slices, to - Math.min(known + TOUCHED_AT_ONCE, count), to - known);
            }
            A slice = totals.copy((A) slices.total(to - known - 1));
            before[known] = known == 0 ? slice : combine.merge(slice, totals.copy((A) before[known - 1]));
        }
        return (A) before[count - 1];
    }
}
