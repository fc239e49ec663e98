package dev.millrace.stream.window;

import java.util.Arrays;

/**
 * What a key has: the totals of its slices that are not empty, in the order of time, and when something is to happen. It is
 * state, so every field that is not transient is part of snapshots. Times are milliseconds since the epoch.
 */
final class KeySlices {

    /** In place of a window's end: there is none. */
    static final long NONE = Long.MAX_VALUE;

    private long[] starts;
    private Object[] totals;
    private int head;
    private int tail;

    /** The end of the next window to fire, or {@link #NONE}. */
    private long fireEnd = NONE;

    /** The end of the next window to clear, or {@link #NONE}; not looked at when windows are cleared as they fire. */
    private long clearEnd = NONE;

    /** The times at which the key waits in {@link DueKeys}. */
    private long[] waits = {};

    private transient RunningTotals running;

    /**
     * @param slices how many slices to make room for
     */
    KeySlices(int slices) {
        starts = new long[slices];
        totals = new Object[slices];
    }

    /** The place of the first slice. */
    int head() {
        return head;
    }

    /** One more than the place of the last slice. */
    int tail() {
        return tail;
    }

    long start(int place) {
        return starts[place];
    }

    Object total(int place) {
        return totals[place];
    }

    void total(int place, Object total) {
        totals[place] = total;
    }

    /** The place of the first slice that starts at a time or later. */
    int from(long start) {
        if (tail == head || starts[tail - 1] < start) {
            return tail;
        }
        if (starts[head] >= start) {
            return head;
        }
        int place = Arrays.binarySearch(starts, head, tail, start);
        return place < 0 ? -place - 1 : place;
    }

    /** Whether the slice at a place is there and starts at a time. */
    boolean is(int place, long start) {
        return place < tail && starts[place] == start;
    }

    /** Inserts a slice before a place; answers the place that it has now. */
    int insert(int before, long start, Object total) {
        int place = before;
        if (tail == starts.length) {
            place -= head;
            makeRoom();
        }
        System.arraycopy(starts, place, starts, place + 1, tail - place);
        System.arraycopy(totals, place, totals, place + 1, tail - place);
        starts[place] = start;
        totals[place] = total;
        tail++;
        return place;
    }

    private void makeRoom() {
        int size = tail - head;
        int length = size > starts.length / 2 ? starts.length * 2 : starts.length;
        long[] largerStarts = new long[length];
        Object[] largerTotals = new Object[length];
        System.arraycopy(starts, head, largerStarts, 0, size);
        System.arraycopy(totals, head, largerTotals, 0, size);
        starts = largerStarts;
        totals = largerTotals;
        head = 0;
        tail = size;
    }

    /** Drops the slices that no window holds which ends after a time. */
    void dropUntil(long end, Slicing slicing) {
        while (head < tail && slicing.lastEnd(starts[head]) <= end) {
            totals[head++] = null;
        }
        if (head == tail) {
            head = 0;
            tail = 0;
        }
    }

    /** The end of the first window, of those that end at {@code end} or later, that holds a slice; or {@link #NONE}. */
    long endWithSlices(long end, Slicing slicing) {
        for (int place = head; place < tail; place++) {
            if (slicing.lastEnd(starts[place]) >= end) {
                return Math.max(end, slicing.endAfter(starts[place]));
            }
        }
        return NONE;
    }

    boolean isEmpty() {
        return head == tail && waits.length == 0;
    }

    long fireEnd() {
        return fireEnd;
    }

    void fireEnd(long end) {
        fireEnd = end;
    }

    long clearEnd() {
        return clearEnd;
    }

    void clearEnd(long end) {
        clearEnd = end;
    }

    /** The times at which the key waits. */
    long[] waits() {
        return waits;
    }

    /** Notes that the key waits for a time; false when it did already. */
    boolean await(long time) {
        for (long wait : waits) {
            if (wait == time) {
                return false;
            }
        }
        waits = Arrays.copyOf(waits, waits.length + 1);
        waits[waits.length - 1] = time;
        return true;
    }

    /** Notes that one time has come and that the key waits for another, unless that is {@link #NONE}; true when it did not. */
    boolean awaitAfter(long come, long next) {
        if (waits.length == 1 && waits[0] == come && next != NONE) {
            waits[0] = next;
            return true;
        }
        waits = Arrays.stream(waits).filter(wait -> wait != come).toArray();
        return next != NONE && await(next);
    }

    /** The totals put together so far, or null. */
    RunningTotals running() {
        return running;
    }

    /** The totals put together so far, none at first. */
    RunningTotals runningOrNew() {
        if (running == null) {
            running = new RunningTotals();
        }
        return running;
    }
}
