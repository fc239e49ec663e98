package dev.millrace.state.heap;

/**
 * Values of one boxed class, as longs. Behind the {@value Pages#ROWS} values of a page stand the bits that say which rows
 * have one.
 */
final class LongColumn implements ValueColumn {

    private static final PageFormat FORMAT = new PageFormat() {
        @Override
        public Object empty() {
            return new long[Pages.ROWS + Pages.ROWS / Long.SIZE];
        }

        @Override
        public Object copy(Object page) {
            return ((long[]) page).clone();
        }

        @Override
        public int bytes() {
            return (Pages.ROWS + Pages.ROWS / Long.SIZE) * Long.BYTES + 16;
        }
    };

    private final Primitive kind;
    private final Pages pages;

    LongColumn(Primitive kind, Versions versions, int group) {
        this.kind = kind;
        this.pages = new Pages(versions, group, FORMAT);
    }

    Primitive kind() {
        return kind;
    }

    static boolean has(long[] page, int row) {
        return page != null && (page[bits(row)] & 1L << row) != 0;
    }

    private static int bits(int row) {
        return Pages.ROWS + ((row & Pages.MASK) >>> 6);
    }

    @Override
    public boolean has(int row) {
        return has((long[]) pages.toRead(row), row);
    }

    /** The bits of a row's value, or {@code absent}. */
    long getLong(int row, long absent) {
        long[] page = (long[]) pages.toRead(row);
        return has(page, row) ? page[row & Pages.MASK] : absent;
    }

    void setLong(int row, long bits) {
        long[] page = (long[]) pages.toWrite(row);
        page[row & Pages.MASK] = bits;
        page[bits(row)] |= 1L << row;
    }

    /** Whether a row that has a value has this one. */
    boolean holds(int row, long bits) {
        return ((long[]) pages.toRead(row))[row & Pages.MASK] == bits;
    }

    @Override
    public Object get(int row) {
        long[] page = (long[]) pages.toRead(row);
        return has(page, row) ? kind.box(page[row & Pages.MASK]) : null;
    }

    @Override
    public long touch(int row) {
        long[] page = (long[]) pages.toRead(row);
        return page == null ? 0 : page[row & Pages.MASK];
    }

    @Override
    public Object edit(int row) {
        return get(row);
    }

    @Override
    public Object handOut(int row) {
        return get(row);
    }

    @Override
    public boolean set(int row, Object value) {
        if (value.getClass() != kind.boxed()) {
            return false;
        }
        setLong(row, kind.unbox(value));
        return true;
    }

    @Override
    public void clear(int row) {
        if (has(row)) {
            ((long[]) pages.toWrite(row))[bits(row)] &= ~(1L << row);
        }
    }

    @Override
    public FrozenColumn.Longs freeze() {
        return new FrozenColumn.Longs(kind, pages.freeze());
    }

    @Override
    public void release() {
        pages.release();
    }
}
