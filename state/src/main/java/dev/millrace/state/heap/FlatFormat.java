package dev.millrace.state.heap;

import dev.millrace.core.type.codec.FlatLayout;

/** Pages of the words of flat records: the bits that say which rows have a value, then the words of each row, side by side. */
record FlatFormat(FlatLayout layout) implements PageFormat {

    /** The number of words of bits before those of the rows. */
    static final int BITS = Pages.ROWS / Long.SIZE;

    @Override
    public Object empty() {
        return new long[BITS + layout.words() * Pages.ROWS];
    }

    @Override
    public Object copy(Object page) {
        return ((long[]) page).clone();
    }

    @Override
    public int bytes() {
        return (BITS + layout.words() * Pages.ROWS) * Long.BYTES + 16;
    }

    /** Pages of the references of such records. */
    record References(int perRow) implements PageFormat {

        @Override
        public Object empty() {
            return new Object[perRow * Pages.ROWS];
        }

        @Override
        public Object copy(Object page) {
            return ((Object[]) page).clone();
        }

        @Override
        public int bytes() {
            return perRow * Pages.ROWS * Long.BYTES + 16;
        }
    }

    static boolean has(long[] page, int row) {
        return page != null && (page[(row & Pages.MASK) >>> 6] & 1L << row) != 0;
    }

    static void add(long[] page, int row) {
        page[(row & Pages.MASK) >>> 6] |= 1L << row;
    }

    static void remove(long[] page, int row) {
        page[(row & Pages.MASK) >>> 6] &= ~(1L << row);
    }

    /** Where the words of a row begin. */
    static int word(FlatLayout layout, int row) {
        return BITS + (row & Pages.MASK) * layout.words();
    }

    /** Where the references of a row begin. */
    static int reference(FlatLayout layout, int row) {
        return (row & Pages.MASK) * layout.references();
    }

    /** The record of a row that has one. */
    static Object load(FlatLayout layout, long[] words, Object[] references, int row) {
        return layout.load(words, word(layout, row), references, reference(layout, row));
    }

    /** Stores a record of a row in pages that may be written; false, with nothing stored, when it does not fit. */
    static boolean store(FlatLayout layout, Object value, long[] words, Object[] references, int row) {
        if (layout.store(value, words, word(layout, row), references, reference(layout, row))) {
            add(words, row);
            return true;
        }
        return false;
    }
}
