package dev.millrace.runtime.batch;

import dev.millrace.core.type.TypeSystem;
import java.util.Arrays;

/**
 * The keys of gathered records: each once, with where its records begin and end, by input. Found by open addressing with
 * linear probing over their structural hashes. Owned by the task's thread.
 */
final class KeyGroups {

    /** In place of a position: none. */
    static final int NONE = -1;

    private static final int GROUPS_FIRST = 16;

    private final TypeSystem types;
    private final int inputs;

    /** Per slot 0, or one more than the number of a key; at least twice as many as keys. */
    private int[] slots = new int[GROUPS_FIRST * 2];

    private Object[] keys = new Object[GROUPS_FIRST];
    private int[] hashes = new int[GROUPS_FIRST];

    /** Per key and input. */
    private int[] firsts;

    private int[] lasts;
    private int[] counts;
    private int size;

    KeyGroups(TypeSystem types, int inputs) {
        this.types = types;
        this.inputs = inputs;
        this.firsts = new int[GROUPS_FIRST * inputs];
        this.lasts = new int[GROUPS_FIRST * inputs];
        this.counts = new int[GROUPS_FIRST * inputs];
    }

    int size() {
        return size;
    }

    int inputs() {
        return inputs;
    }

    Object key(int group) {
        return keys[group];
    }

    int hash(int group) {
        return hashes[group];
    }

    /** The position of the first record of a key that came by an input, or {@link #NONE}. */
    int first(int group, int input) {
        return count(group, input) == 0 ? NONE : firsts[group * inputs + input];
    }

    /** How many records of a key came by an input. */
    int count(int group, int input) {
        return counts[group * inputs + input];
    }

    /** The number of a key, a new one when it has not come before. */
    int group(Object key, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            int group = slots[slot] - 1;
            if (hashes[group] == hash && (keys[group] == key || types.equal(keys[group], key))) {
                return group;
            }
            slot = slot + 1 & mask;
        }
        slots[slot] = size + 1;
        if (size == keys.length) {
            grow();
        }
        keys[size] = key;
        hashes[size] = hash;
        if (size * 2 + 2 > slots.length) {
            rehash();
        }
        return size++;
    }

    private void grow() {
        int larger = size * 2;
        keys = Arrays.copyOf(keys, larger);
        hashes = Arrays.copyOf(hashes, larger);
        firsts = Arrays.copyOf(firsts, larger * inputs);
        lasts = Arrays.copyOf(lasts, larger * inputs);
        counts = Arrays.copyOf(counts, larger * inputs);
    }

    private void rehash() {
        int[] larger = new int[slots.length * 2];
        int mask = larger.length - 1;
        for (int group = 0; group <= size; group++) {
            int slot = hashes[group] & mask;
            while (larger[slot] != 0) {
                slot = slot + 1 & mask;
            }
            larger[slot] = group + 1;
        }
        slots = larger;
    }

    /** Adds a record of a key; answers the position of the one before it, or {@link #NONE}. */
    int append(int group, int input, int position) {
        int place = group * inputs + input;
        int before = counts[place]++ == 0 ? NONE : lasts[place];
        if (before == NONE) {
            firsts[place] = position;
        }
        lasts[place] = position;
        return before;
    }
}
