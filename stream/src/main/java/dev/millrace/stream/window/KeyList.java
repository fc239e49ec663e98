package dev.millrace.stream.window;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.KeyLane;
import dev.millrace.core.element.LongKeys;
import dev.millrace.core.element.ObjectKeys;
import java.util.Arrays;

/** Keys in order, to be selected many at a time, with their places; those of class {@link Long} without their boxes. */
final class KeyList {

    private static final int KEYS_FIRST = 4;

    private long[] longs = new long[KEYS_FIRST];
    private Object[] objects;
    private int[] hashes = new int[KEYS_FIRST];
    private long[] places = new long[KEYS_FIRST];
    private int size;
    private int dropped;

    /**
     * Appends a key.
     *
     * @param hash its structural hash
     * @param place where its state lies
     */
    void add(Object key, int hash, long place) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            places = Arrays.copyOf(places, size * 2);
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
        places[size] = place;
        if (objects == null) {
            longs[size++] = (Long) key;
        } else {
            objects[size++] = key;
        }
    }

    /** Appends the key of a row of another list. */
    void add(KeyLane lane, int row, long place) {
        if (objects == null && size < hashes.length && lane instanceof LongKeys others) {
            hashes[size] = others.hash(row);
            places[size] = place;
            longs[size++] = others.keys()[row];
        } else {
            add(lane.key(row), lane.hash(row), place);
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
        return dropped == size;
    }

    /** The places of the next keys. */
    long[] places(int keysMax) {
        return Arrays.copyOfRange(places, dropped, Math.min(dropped + keysMax, size));
    }

    /** The next keys, at least one, as a batch that has nothing but keys. */
    Batch keys(int keysMax) {
        int from = dropped;
        int to = Math.min(from + keysMax, size);
        int[] ofBatch = Arrays.copyOfRange(hashes, from, to);
        KeyLane lane = objects == null
                ? new LongKeys(Arrays.copyOfRange(longs, from, to), ofBatch)
                : new ObjectKeys(Arrays.copyOfRange(objects, from, to), ofBatch);
        return new Batch(new Object[to - from], null, lane, to - from);
    }

    /** Drops so many of the next keys. */
    void drop(int count) {
        if (objects != null) {
            Arrays.fill(objects, dropped, dropped + count, null);
        }
        dropped += count;
    }
}
