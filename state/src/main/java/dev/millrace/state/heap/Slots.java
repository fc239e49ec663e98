package dev.millrace.state.heap;

/**
 * An index over the rows of a table: open addressing with linear probing, in an array that is no part of snapshots. Per slot 0,
 * or the hash in the upper half and the row, plus 1, in the lower. An array, not an object, as those of all tables of a space
 * lie side by side.
 */
final class Slots {

    /** What a table without rows is searched in: nothing is ever put there, so all of them have the same. */
    static final long[] NONE = new long[1];

    private static final int FIRST = 16;

    /** Up to so many slots a table has more of them per row: a branch that goes wrong costs more than their room. */
    private static final int NEAR = 256;

    private Slots() {}

    /** How many rows an index takes. */
    static int rowsMax(long[] slots) {
        return (int) (slots.length * (slots.length <= NEAR ? 3L : 5L) / 8);
    }

    /** The first slot that a hash leads to: the one that is read ahead of {@link #candidate}. */
    static long first(long[] slots, int hash) {
        return slots[hash & slots.length - 1];
    }

    /**
     * The first row of a hash, or {@link Table#ABSENT}. What it is the row of has to be looked at.
     *
     * @param first the first slot that the hash leads to
     */
    static int candidate(long[] slots, long first, int hash) {
        int mask = slots.length - 1;
        long slot = first;
        for (int i = hash + 1 & mask; slot != 0 && (int) (slot >>> 32) != hash; i = i + 1 & mask) {
            slot = slots[i];
        }
        return (int) slot - 1;
    }

    static void put(long[] slots, int hash, int row) {
        put(slots, (long) hash << 32 | row + 1);
    }

    private static void put(long[] slots, long slot) {
        int mask = slots.length - 1;
        int i = (int) (slot >>> 32) & mask;
        while (slots[i] != 0) {
            i = i + 1 & mask;
        }
        slots[i] = slot;
    }

    /** An index of twice the size with the same rows. */
    static long[] larger(long[] slots) {
        long[] larger = new long[Math.max(FIRST, slots.length * 2)];
        for (long slot : slots) {
            if (slot != 0) {
                put(larger, slot);
            }
        }
        return larger;
    }

    /** Takes a row out. Later entries of its run move up, so that no search passes a gap (Knuth, vol. 3, 6.4 R). */
    static void remove(long[] slots, int hash, int row) {
        int mask = slots.length - 1;
        int gap = hash & mask;
        while (slots[gap] != ((long) hash << 32 | row + 1)) {
            gap = gap + 1 & mask;
        }
        for (int i = gap + 1 & mask; slots[i] != 0; i = i + 1 & mask) {
            int home = (int) (slots[i] >>> 32) & mask;
            if ((i - home & mask) >= (i - gap & mask)) {
                slots[gap] = slots[i];
                gap = i;
            }
        }
        slots[gap] = 0;
    }
}
