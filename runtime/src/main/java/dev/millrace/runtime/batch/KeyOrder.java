package dev.millrace.runtime.batch;

import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which gathered records are worked off: by the structural hash of their keys, keys of one hash by their
 * canonical bytes, records of one key by input and then as they arrived. It depends on nothing but keys and arrival, so
 * another attempt, or another machine, comes to the same. Owned by the task's thread.
 */
final class KeyOrder {

    private final Gathered gathered;
    private final TypeSystem types;
    /** Per record its hash, in unsigned order, and its position. */
    private final long[] order;

    private int next;
    /** The positions of some records whose keys have one hash, key by key. */
    private int[] run = new int[16];

    private int runEnd;
    /** Where the key at hand stands in the run. */
    private int keyFrom;

    private int keySize;

    KeyOrder(Gathered gathered, TypeSystem types) {
        this.gathered = gathered;
        this.types = types;
        this.order = new long[gathered.size()];
        for (int position = 0; position < order.length; position++) {
            order[position] = (long) (gathered.hash(position) ^ Integer.MIN_VALUE) << 32 | position;
        }
        Arrays.sort(order);
    }

    /** Moves to the next key; false when there is none. */
    boolean nextKey() {
        keyFrom += keySize;
        keySize = 0;
        if (keyFrom == runEnd) {
            if (next == order.length) {
                return false;
            }
            readRun();
        }
        Object key = gathered.key(run[keyFrom]);
        keySize = 1;
        while (keyFrom + keySize < runEnd && isSame(key, gathered.key(run[keyFrom + keySize]))) {
            keySize++;
        }
        return true;
    }

    /** How many records the key has. */
    int size() {
        return keySize;
    }

    /** The position of a record of the key. */
    int position(int place) {
        return run[keyFrom + place];
    }

    private void readRun() {
        int from = next;
        int hash = (int) (order[from] >>> 32);
        Object key = gathered.key((int) order[from]);
        int input = gathered.input((int) order[from]);
        boolean inOrder = true;
        while (next < order.length && (int) (order[next] >>> 32) == hash) {
            int position = (int) order[next++];
            inOrder &= isSame(key, gathered.key(position)) && gathered.input(position) == input;
        }
        keyFrom = 0;
        runEnd = next - from;
        if (run.length < runEnd) {
            run = new int[Math.max(runEnd, run.length * 2)];
        }
        for (int place = 0; place < runEnd; place++) {
            run[place] = (int) order[from + place];
        }
        if (!inOrder) {
            sortRun();
        }
    }

    private boolean isSame(Object key, Object other) {
        return key == other || types.equal(key, other);
    }

    /** A record with what decides about its place; records that are equal in that stay in the order of arrival. */
    private record Placed(int position, byte[] key, int input) {
        private static final Comparator<Placed> ORDER =
                Comparator.comparing(Placed::key, Arrays::compareUnsigned).thenComparingInt(Placed::input);
    }

    private void sortRun() {
        List<Placed> placed = new ArrayList<>(runEnd);
        Object key = null;
        byte[] bytes = null;
        for (int place = 0; place < runEnd; place++) {
            Object next = gathered.key(run[place]);
            bytes = bytes != null && isSame(key, next) ? bytes : bytes(next);
            key = next;
            placed.add(new Placed(run[place], bytes, gathered.input(run[place])));
        }
        placed.sort(Placed.ORDER);
        for (int place = 0; place < runEnd; place++) {
            run[place] = placed.get(place).position();
        }
    }

    private byte[] bytes(Object key) {
        BytesOutput out = new BytesOutput();
        try {
            types.writeKey(key, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
