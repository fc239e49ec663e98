package dev.millrace.stream.window;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What a key has: the totals of its slices (or its sessions) that are not empty, in the order of time, and when something
 * is to happen. It is state, so every field that is not transient is part of snapshots. Times are milliseconds since the
 * epoch.
 */
final class KeyTotals {

    /** In place of a window's end: there is none. */
    static final long NONE = Long.MAX_VALUE;

    private static final int SLICES_FIRST = 4;

    /** How many slices at both ends are looked at one by one. */
    private static final int NEAR = 3;

    /** The slice at place 0 while there are no arrays; most keys never have more than one. */
    private long onlyStart;

    private Object onlyTotal;

    /** Null until there is a second slice, and again when none is left. */
    private long[] starts;

    private Object[] totals;
    private int head;
    private int tail;

    /** What is added to a place to make the slice's number, which stays while slices move. */
    private long numbersFrom;

    /** The end of the next window to fire, or {@link #NONE}. */
    private long fireEnd = NONE;

    /** The end of the next window to clear, or {@link #NONE}; not looked at when windows are cleared as they fire. */
    private long clearEnd = NONE;

    /** A time at which the key waits in {@link DueKeys}, or {@link #NONE}; and further such times, or null. */
    private long wait = NONE;

    private long[] furtherWaits;

    private transient RunningTotals running;

    /** The place of the first slice. */
    int head() {
        return head;
    }

    /** One more than the place of the last slice. */
    int tail() {
        return tail;
    }

    long start(int place) {
        return starts == null ? onlyStart : starts[place];
    }

    void start(int place, long start) {
        if (starts == null) {
            onlyStart = start;
        } else {
            starts[place] = start;
        }
    }

    Object total(int place) {
        return totals == null ? onlyTotal : totals[place];
    }

    void total(int place, Object total) {
        if (totals == null) {
            onlyTotal = total;
        } else {
            totals[place] = total;
        }
    }

    /** The place of the first slice that starts at a time or later. Most often that is one of the last or the first. */
    int from(long start) {
        if (starts == null) {
            return tail > 0 && onlyStart < start ? 1 : 0;
        }
        int last = tail;
        for (int near = Math.max(head, tail - NEAR); last > near; last--) {
            if (starts[last - 1] < start) {
                return last;
            }
        }
        int first = head;
        for (int near = Math.min(last, head + NEAR); first < near; first++) {
            if (starts[first] >= start) {
                return first;
            }
        }
        int found = Arrays.binarySearch(starts, first, last, start);
        return found < 0 ? -found - 1 : found;
    }

    /** Whether the slice at a place is there and starts at a time. */
    boolean is(int place, long start) {
        return place < tail && start(place) == start;
    }

    /** Inserts a slice before a place; answers the place that it has now. */
    int insert(int before, long start, Object total) {
        if (starts == null) {
            if (tail == 0) {
                onlyStart = start;
                onlyTotal = total;
                tail = 1;
                return 0;
            }
            moveToArrays();
        }
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

    /** The number of the slice at a place: one more than that of the slice before it, whatever comes and goes. */
    long number(int place) {
        return place + numbersFrom;
    }

    /** The place of the slice with a number, or of the first or after the last one when it is not there. */
    int place(long number) {
        return (int) Math.max(head, Math.min(tail, number - numbersFrom));
    }

    private void moveToArrays() {
        starts = new long[SLICES_FIRST];
        totals = new Object[SLICES_FIRST];
        starts[0] = onlyStart;
        totals[0] = onlyTotal;
        onlyTotal = null;
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
        numbersFrom += head;
        head = 0;
        tail = size;
    }

    /** Removes the slices from a place on and before another. */
    void remove(int from, int to) {
        if (starts == null) {
            removeOnly(from, to);
            return;
        }
        System.arraycopy(starts, to, starts, from, tail - to);
        System.arraycopy(totals, to, totals, from, tail - to);
        Arrays.fill(totals, tail - (to - from), tail, null);
        tail -= to - from;
    }

    private void removeOnly(int from, int to) {
        if (from < to) {
            onlyTotal = null;
            tail = 0;
        }
    }

    /** Drops the slices that start before a time. */
    void dropBefore(long start) {
        if (starts == null) {
            if (tail > 0 && onlyStart < start) {
                onlyTotal = null;
                tail = 0;
                numbersFrom++;
            }
            return;
        }
        while (head < tail && starts[head] < start) {
            totals[head++] = null;
        }
        if (head == tail) {
            numbersFrom += head;
            head = 0;
            tail = 0;
            starts = null;
            totals = null;
        }
    }

    boolean isEmpty() {
        return head == tail && wait == NONE && furtherWaits == null;
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
        LongStream further = furtherWaits == null ? LongStream.empty() : Arrays.stream(furtherWaits);
        return LongStream.concat(LongStream.of(wait), further)
                .filter(time -> time != NONE)
                .toArray();
    }

    /** Notes that the key waits for a time; false when it waits for that or an earlier one already. */
    boolean await(long time) {
        if (wait <= time || furtherWaits != null && Arrays.stream(furtherWaits).anyMatch(other -> other <= time)) {
            return false;
        }
        if (wait == NONE) {
            wait = time;
        } else {
            int count = furtherWaits == null ? 0 : furtherWaits.length;
            long[] longer = count == 0 ? new long[1] : Arrays.copyOf(furtherWaits, count + 1);
            longer[count] = time;
            furtherWaits = longer;
        }
        return true;
    }

    /** Notes that a time has come for which the key has waited. */
    void come(long time) {
        if (wait == time) {
            wait = NONE;
        } else if (furtherWaits != null) {
            long[] left =
                    Arrays.stream(furtherWaits).filter(other -> other != time).toArray();
            furtherWaits = left.length == 0 ? null : left;
        }
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
