package dev.millrace.stream.window;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.KeyLane;
import dev.millrace.core.element.LongKeys;
import dev.millrace.core.element.ObjectKeys;
import java.util.Arrays;

/** Keys in order, to be looked up many at a time; those of class {@link Long} without their boxes. */
final class KeyList {

    private static final int KEYS_FIRST = 4;

    private long[] longs = new long[KEYS_FIRST];
    private Object[] objects;
    private int[] hashes = new int[KEYS_FIRST];
    private int size;
    private int taken;

    /**
     * Appends a key.
     *
     * @param hash its structural hash
     */
    void add(Object key, int hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            if (objects == null) {
                longs = Arrays.copyOf(longs, size * 2);
            } else {
                objects = Arrays.copyOf(objects, size * 2);
            }
        }
        if (objects == null && !(key instanceof Long)) {
            box();
        }
        hashes[size] = hash;
        if (objects == null) {
            longs[size++] = (Long) key;
        } else {
            objects[size++] = key;
        }
    }

    /** Appends the key of a row of another list. */
    void add(KeyLane lane, int row) {
        if (objects == null && size < hashes.length && lane instanceof LongKeys others) {
            hashes[size] = others.hash(row);
            longs[size++] = others.keys()[row];
        } else {
            add(lane.key(row), lane.hash(row));
        }
    }

    private void box() {
        objects = new Object[hashes.length];
        for (int i = 0; i < size; i++) {
            objects[i] = longs[i];
        }
        longs = null;
    }

    boolean isEmpty() {
        return taken == size;
    }

    /** Takes the next keys, at least one, as a batch that has nothing but keys. */
    Batch take(int keysMax) {
        int from = taken;
        int count = Math.min(keysMax, size - from);
        taken += count;
        int[] ofBatch = Arrays.copyOfRange(hashes, from, taken);
        if (objects == null) {
            LongKeys lane = new LongKeys(Arrays.copyOfRange(longs, from, taken), ofBatch);
            return new Batch(new Object[count], null, lane, count);
        }
        ObjectKeys lane = new ObjectKeys(Arrays.copyOfRange(objects, from, taken), ofBatch);
        Arrays.fill(objects, from, taken, null);
        return new Batch(new Object[count], null, lane, count);
    }
}
