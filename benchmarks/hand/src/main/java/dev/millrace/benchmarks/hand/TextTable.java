package dev.millrace.benchmarks.hand;

/** Three longs per text, in arrays with open addressing and linear probing. */
final class TextTable {
    String[] keys;
    long[] longs;
    private int[] hashes;
    private int size;

    TextTable(int capacity) {
        allocate(Integer.highestOneBit(Math.max(16, capacity * 2 - 1)));
    }

    private void allocate(int length) {
        keys = new String[length];
        hashes = new int[length];
        longs = new long[length * 4];
    }

    /** Where the longs of the key begin; it gets zeros if it has none. Moves everything when the table grows. */
    int place(String key) {
        int hash = key.hashCode();
        int at = find(key, hash);
        if (keys[at] != null) {
            return at * 4;
        }
        if (size >= keys.length / 8 * 5) {
            grow();
            at = find(key, hash);
        }
        keys[at] = key;
        hashes[at] = hash;
        size++;
        return at * 4;
    }

    private int find(String key, int hash) {
        int mask = keys.length - 1;
        int at = (hash * 0x9E3779B9 >>> 5) & mask;
        while (keys[at] != null && (hashes[at] != hash || !keys[at].equals(key))) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        String[] oldKeys = keys;
        int[] oldHashes = hashes;
        long[] oldLongs = longs;
        allocate(oldKeys.length * 2);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null) {
                int at = find(oldKeys[i], oldHashes[i]);
                keys[at] = oldKeys[i];
                hashes[at] = oldHashes[i];
                System.arraycopy(oldLongs, i * 4, longs, at * 4, 4);
            }
        }
    }
}
