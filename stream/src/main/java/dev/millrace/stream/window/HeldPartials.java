package dev.millrace.stream.window;

import dev.millrace.core.type.TypeSystem;
import java.util.Arrays;

/**
 * The totals that a {@link CombineOperator} holds, found by key and place, in the order in which they were made. The index,
 * open addressing with linear probing, has 0 or, in one number, the hash and the place in the order, plus 1.
 */
final class HeldPartials {

    /** Bounds the totals that an operator holds back; what lies beside the processor pays, what does not fit costs. */
    static final int PARTIALS_MAX = 4096;

    private static final int PARTIALS_FIRST = 64;

    private final TypeSystem types;
    private Partial[] partials = new Partial[PARTIALS_FIRST];
    private long[] slots = new long[2 * PARTIALS_FIRST];
    private int size;

    HeldPartials(TypeSystem types) {
        this.types = types;
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == PARTIALS_MAX;
    }

    Partial get(int place) {
        return partials[place];
    }

    /**
     * The place of the partial total of a key, or where it would be, as a negative number for {@link #add}.
     *
     * @param hash of the key and of {@code start}
     * @param start of its slice
     * @param anyStart whether a partial total is the key's whatever its start
     */
    int find(Object key, int hash, long start, boolean anyStart) {
        long[] table = slots;
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != 0) {
            if ((int) (table[slot] >>> 32) == hash) {
                int place = (int) table[slot] - 1;
                Partial partial = partials[place];
                if ((anyStart || partial.start() == start) && isOf(partial, key)) {
                    return place;
                }
            }
            slot = slot + 1 & mask;
        }
        return -slot - 1;
    }

    private boolean isOf(Partial partial, Object key) {
        if (key instanceof Long number) {
            return partial.number() == number && partial.key() instanceof Long;
        }
        Object own = partial.key();
        return own == key || (key instanceof String text ? text.equals(own) : types.equal(own, key));
    }

    /**
     * Adds a partial total that is not there.
     *
     * @param notFound what {@link #find} has answered
     */
    void add(int notFound, int hash, Partial partial) {
        if (size == partials.length) {
            partials = Arrays.copyOf(partials, 2 * size);
            grow();
            slots[free(hash)] = slot(hash, size);
        } else {
            slots[-notFound - 1] = slot(hash, size);
        }
        partials[size++] = partial;
    }

    /** Puts a partial total of the same key in place of another. */
    void replace(int place, Partial partial) {
        partials[place] = partial;
    }

    private void grow() {
        long[] former = slots;
        slots = new long[2 * former.length];
        for (long slot : former) {
            if (slot != 0) {
                slots[free((int) (slot >>> 32))] = slot;
            }
        }
    }

    private int free(int hash) {
        int slot = hash & slots.length - 1;
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private static long slot(int hash, int place) {
        return (long) hash << 32 | place + 1;
    }

    void clear() {
        Arrays.fill(slots, 0);
        Arrays.fill(partials, 0, size, null);
        size = 0;
    }
}
