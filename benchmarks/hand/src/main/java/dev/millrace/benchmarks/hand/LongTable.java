package dev.millrace.benchmarks.hand;

import java.util.Arrays;

/** Two longs per long key, in arrays with open addressing and linear probing. */
final class LongTable {
    /** The one value that is no key. */
    static final long FREE = Long.MIN_VALUE;

    long[] keys;
    long[] first;
    long[] second;
    private int size;
    private int mask;

    LongTable(int capacity) {
        allocate(Integer.highestOneBit(Math.max(16, capacity * 2 - 1)));
    }

    private void allocate(int length) {
        keys = new long[length];
        Arrays.fill(keys, FREE);
        first = new long[length];
        second = new long[length];
        mask = length - 1;
    }

    private int home(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
    }

    /** The place of the key; it gets one, with zeros, if it has none. Moves all places when the table grows. */
    int place(long key) {
        int at = find(key);
        if (keys[at] == key) {
            return at;
        }
        if (size >= keys.length / 8 * 5) {
            grow();
            at = find(key);
        }
        keys[at] = key;
        size++;
        return at;
    }

    boolean contains(long key) {
        return keys[find(key)] == key;
    }

    private int find(long key) {
        int at = home(key);
        while (keys[at] != key && keys[at] != FREE) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldFirst = first;
        long[] oldSecond = second;
        allocate(oldKeys.length * 2);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                first[at] = oldFirst[i];
                second[at] = oldSecond[i];
            }
        }
    }

    /** Takes an entry out and moves back those behind it that it has kept from their home. */
    void remove(int place) {
        size--;
        int hole = place;
        for (int at = hole + 1 & mask; keys[at] != FREE; at = at + 1 & mask) {
            int distance = at - home(keys[at]) & mask;
            if (distance >= (at - hole & mask)) {
                keys[hole] = keys[at];
                first[hole] = first[at];
                second[hole] = second[at];
                hole = at;
            }
        }
        keys[hole] = FREE;
        first[hole] = 0;
        second[hole] = 0;
    }
}
