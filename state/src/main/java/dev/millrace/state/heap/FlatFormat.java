package dev.millrace.state.heap;

import dev.millrace.core.type.codec.FlatLayout;

/** Pages of a flat record: the words of a row lie together, and so do its references. */
record FlatFormat(FlatLayout layout) implements PageFormat {

    /** The number of words of bits before those of the rows. */
    static final int BITS = Pages.ROWS / Long.SIZE;

    private static final Object[] NONE = {};

    /**
     * A page.
     *
     * @param words the bits that say which rows have a value, then the words of the rows
     */
    record Page(long[] words, Object[] references) {

        boolean has(int row) {
            return (words[(row & Pages.MASK) >>> 6] & 1L << row) != 0;
        }

        void add(int row) {
            words[(row & Pages.MASK) >>> 6] |= 1L << row;
        }

        void remove(int row) {
            words[(row & Pages.MASK) >>> 6] &= ~(1L << row);
        }
    }

    @Override
    public Page empty() {
        int references = layout.references();
        return new Page(
                new long[BITS + layout.words() * Pages.ROWS],
                references == 0 ? NONE : new Object[references * Pages.ROWS]);
    }

    @Override
    public Page copy(Object page) {
        Page copied = (Page) page;
        return new Page(copied.words().clone(), copied.references().clone());
    }

    @Override
    public int bytes() {
        return (BITS + (layout.words() + layout.references()) * Pages.ROWS) * Long.BYTES + 32;
    }

    boolean has(Page page, int row) {
        return page != null && page.has(row);
    }

    /** Where the words of a row begin. */
    static int word(FlatLayout layout, int row) {
        return BITS + (row & Pages.MASK) * layout.words();
    }

    /** Where the references of a row begin. */
    static int reference(FlatLayout layout, int row) {
        return (row & Pages.MASK) * layout.references();
    }

    Object load(Page page, int row) {
        return layout.load(page.words(), word(layout, row), page.references(), reference(layout, row));
    }

    boolean store(Object value, Page page, int row) {
        return layout.store(value, page.words(), word(layout, row), page.references(), reference(layout, row));
    }
}
