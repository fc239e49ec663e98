package dev.millrace.state.heap;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.KeyLane;
import dev.millrace.core.element.LongKeys;
import dev.millrace.core.element.ObjectKeys;

/**
 * The rows of the keys of a batch, found in passes over the whole batch: the loads of a pass do not depend on each other, so
 * the processor overlaps their cache misses. Tables are noted by their places, as storing references would cost the collector's
 * barriers. Keys that are not there, and the few that share their hash with another, are looked up again when they are
 * selected.
 */
final class BatchRows {

    /** Measured: so many rows are in the near caches anyway. */
    private static final int ROWS_NEAR = 1 << 13;

    private final KeySpace plain;
    private final GroupLookup groups;
    private int[] places = {};
    private long[] slots = {};
    private int[] rows = {};
    private long touched;
    private int sweeps;
    private boolean found;

    BatchRows(KeySpace plain, GroupLookup groups) {
        this.plain = plain;
        this.groups = groups;
    }

    void find(LongKeys lane, int size) {
        if (isNothingToFind(size)) {
            return;
        }
        boolean all = plain.allKeys() instanceof LongColumn longs && longs.kind() == Primitive.LONG;
        if (all && plain.rows() < ROWS_NEAR) {
            findNear((LongColumn) plain.allKeys(), lane, size);
            return;
        }
        readIndex(lane.hashes(), size);
        if (all) {
            verify((LongColumn) plain.allKeys(), lane.keys(), size);
        } else {
            long[] keys = lane.keys();
            for (int i = 0; i < size; i++) {
                int row = rows[i];
                rows[i] = row >= 0 && table(i).holds(0, row, keys[i]) ? row : Table.ABSENT;
            }
        }
        touchValues(size);
    }

    /** What lies near is looked at in one pass. */
    private void findNear(LongColumn all, LongKeys lane, int size) {
        long[] keys = lane.keys();
        int[] hashes = lane.hashes();
        long[][] byPlace = plain.slots();
        for (int i = 0; i < size; i++) {
            int hash = hashes[i];
            int place = groups.place(hash);
            places[i] = place;
            long[] table = byPlace[place];
            int row = Slots.candidate(table, Slots.first(table, hash), hash);
            rows[i] = row >= 0 && all.holds(row, keys[i]) ? row : Table.ABSENT;
        }
    }

    private void verify(LongColumn all, long[] keys, int size) {
        for (int i = 0; i < size; i++) {
            int row = rows[i];
            rows[i] = row >= 0 && all.holds(row, keys[i]) ? row : Table.ABSENT;
        }
    }

    void find(ObjectKeys lane, int size) {
        if (isNothingToFind(size)) {
            return;
        }
        readIndex(lane.hashes(), size);
        Object[] keys = lane.keys();
        touchKeys(keys, size);
        for (int i = 0; i < size; i++) {
            int row = rows[i];
            rows[i] = row >= 0 && table(i).holds(0, row, keys[i]) ? row : Table.ABSENT;
        }
        touchValues(size);
    }

    /** Reads each key, and what it is compared with, once. */
    private void touchKeys(Object[] keys, int size) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            int row = rows[i];
            sum += row >= 0 ? table(i).id(0).touch(row) : 0;
            sum += keys[i] instanceof String text ? text.length() : 0; // often in another processor's cache
        }
        touched = sum;
    }

    /** The place of what is selected, for {@link #know}: rows never move. */
    long place() {
        int row = plain.row();
        return (long) plain.place() << Integer.SIZE | row;
    }

    /** Takes rows that are known: those of keys that have had state since their places were asked for. */
    void know(KeyLane lane, long[] known, int size) {
        found = true;
        sweeps = plain.sweeps();
        makeRoom(size);
        for (int i = 0; i < size; i++) {
            places[i] = (int) (known[i] >>> Integer.SIZE);
            rows[i] = (int) known[i];
            assert table(i).id(0).has(rows[i]) && table(i).holds(0, rows[i], lane.key(i))
                    : "another key than " + lane.key(i) + " lies in row " + rows[i];
        }
        touchValues(size);
    }

    /** Reads each value once, so that the rows are in the processor's cache when they are selected one by one. */
    private void touchValues(int size) {
        if (plain.rows() < ROWS_NEAR) {
            return;
        }
        long sum = 0;
        for (int state = plain.states().size() - 1; state >= 0; state--) {
            Column[] byPlace = plain.columns(state);
            for (int i = 0; i < size; i++) {
                if (rows[i] >= 0 && byPlace[places[i]] instanceof ValueColumn column) {
                    sum += column.touch(rows[i]);
                }
            }
        }
        touched += sum;
    }

    /** Makes room, unless nobody has asked for a state. */
    private boolean isNothingToFind(int size) {
        found = !plain.states().isEmpty();
        if (found) {
            makeRoom(size);
        }
        sweeps = plain.sweeps();
        return !found;
    }

    /** Reads the first slot of each key, and those after it where keys collide. */
    private void readIndex(int[] hashes, int size) {
        long[][] byPlace = plain.slots();
        for (int i = 0; i < size; i++) {
            int hash = hashes[i];
            int place = groups.place(hash);
            places[i] = place;
            slots[i] = Slots.first(byPlace[place], hash);
        }
        for (int i = 0; i < size; i++) {
            rows[i] = Slots.candidate(byPlace[places[i]], slots[i], hashes[i]);
        }
    }

    private void makeRoom(int size) {
        if (size > rows.length) {
            int room = Math.max(size, Batch.ROWS_MAX);
            places = new int[room];
            slots = new long[room];
            rows = new int[room];
        }
    }

    private Table table(int row) {
        return plain.table(places[row]);
    }

    /** Selects a row of the batch. */
    void select(int row) {
        if (found && sweeps == plain.sweeps()) {
            plain.select(places[row], rows[row]);
        } else {
            plain.unselect();
        }
    }
}
