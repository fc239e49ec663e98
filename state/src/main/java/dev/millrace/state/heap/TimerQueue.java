package dev.millrace.state.heap;

import java.util.Arrays;

/**
 * The rows of one key group's timers as a binary heap: by timestamp, then by the key's hash, then by {@link TimerOrder}. Each
 * row's place is known, so that a timer is removed in logarithmic time. An index over the table; no part of snapshots.
 */
final class TimerQueue {

    private static final int TIMERS_FIRST = 4;
    private static final long[] NO_TIMESTAMPS = {};
    private static final int[] NO_ROWS = {};

    private final Table table;
    private final TimerOrder order;
    private long[] timestamps = NO_TIMESTAMPS;
    private int[] hashes = NO_ROWS;
    private int[] rows = NO_ROWS;
    private int[] placeOfRow = NO_ROWS;
    private int size;

    TimerQueue(Table table, TimerOrder order) {
        this.table = table;
        this.order = order;
    }

    /** The earliest timestamp, or {@link Long#MAX_VALUE} when there is no timer. */
    long earliest() {
        return size == 0 ? Long.MAX_VALUE : timestamps[0];
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The row of the earliest timer; there is one. */
    int first() {
        return rows[0];
    }

    void add(long timestamp, int keyHash, int row) {
        if (size == rows.length) {
            int larger = Math.max(TIMERS_FIRST, size * 2);
            timestamps = Arrays.copyOf(timestamps, larger);
            hashes = Arrays.copyOf(hashes, larger);
            rows = Arrays.copyOf(rows, larger);
        }
        if (row >= placeOfRow.length) {
            placeOfRow = Arrays.copyOf(placeOfRow, Math.max(row + TIMERS_FIRST, placeOfRow.length * 2));
        }
        up(size++, timestamp, keyHash, row);
    }

    void remove(int row) {
        int place = placeOfRow[row];
        size--;
        if (place < size) {
            long timestamp = timestamps[size];
            int hash = hashes[size];
            int moved = rows[size];
            down(place, timestamp, hash, moved);
            if (rows[place] == moved) {
                up(place, timestamp, hash, moved);
            }
        }
    }

    private void up(int from, long timestamp, int hash, int row) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) / 2;
            if (!before(timestamp, hash, row, parent)) {
                break;
            }
            move(parent, place);
            place = parent;
        }
        put(place, timestamp, hash, row);
    }

    private void down(int from, long timestamp, int hash, int row) {
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && before(timestamps[child + 1], hashes[child + 1], rows[child + 1], child)) {
                child++;
            }
            if (before(timestamp, hash, row, child)) {
                break;
            }
            move(child, place);
            place = child;
        }
        put(place, timestamp, hash, row);
    }

    private boolean before(long timestamp, int hash, int row, int place) {
        if (timestamp != timestamps[place]) {
            return timestamp < timestamps[place];
        }
        if (hash != hashes[place]) {
            return Integer.compareUnsigned(hash, hashes[place]) < 0;
        }
        return order.compare(table, row, rows[place]) < 0;
    }

    private void move(int from, int to) {
        put(to, timestamps[from], hashes[from], rows[from]);
    }

    private void put(int place, long timestamp, int hash, int row) {
        timestamps[place] = timestamp;
        hashes[place] = hash;
        rows[place] = row;
        placeOfRow[row] = place;
    }
}
