package dev.millrace.state.heap;

/**
 * Values of one boxed class, as longs. A page begins with the bits that say which rows have one, beside the length of the
 * array, which every access reads too; the {@value Pages#ROWS} values follow.
 */
final class LongColumn implements ValueColumn {

    /** The number of words of bits before the values. */
    private static final int BITS = Pages.ROWS / Long.SIZE;

    private static final PageFormat FORMAT = new PageFormat() {
        @Override
        public Object empty() {
            return new long[BITS + Pages.ROWS];
        }

        @Override
        public Object copy(Object page) {
            return ((long[]) page).clone();
        }

        @Override
        public int bytes() {
            return (BITS + Pages.ROWS) * Long.BYTES + 16;
        }
    };

    private final Primitive kind;
    private final Pages pages;

    LongColumn(Primitive kind, RowPages rows) {
        this.kind = kind;
        this.pages = new Pages(rows, FORMAT);
    }

    Primitive kind() {
        return kind;
    }

    static boolean has(long[] page, int row) {
        return page != null && (page[bits(row)] & 1L << row) != 0;
    }

    private static int bits(int row) {
        return (row & Pages.MASK) >>> 6;
    }

    /** The value of a row that has one. */
    static long value(long[] page, int row) {
        return page[BITS + (row & Pages.MASK)];
    }

    @Override
    public boolean has(int row) {
        return has((long[]) pages.toRead(row), row);
    }

    /** The bits of a row's value, or {@code absent}. */
    long getLong(int row, long absent) {
        long[] page = (long[]) pages.toRead(row);
        return has(page, row) ? value(page, row) : absent;
    }

    /** The bits of a row that has a value. */
    long getLong(int row) {
        return value((long[]) pages.toRead(row), row);
    }

    void setLong(int row, long bits) {
        long[] page = (long[]) pages.toWrite(row);
        page[BITS + (row & Pages.MASK)] = bits;
        page[bits(row)] |= 1L << row;
    }

    /** Whether a row that has a value has this one. */
    boolean holds(int row, long bits) {
        return value((long[]) pages.toRead(row), row) == bits;
    }

    @Override
    public Object get(int row) {
        long[] page = (long[]) pages.toRead(row);
        return has(page, row) ? kind.box(value(page, row)) : null;
    }

    @Override
    public long touch(int row) {
        long[] page = (long[]) pages.toRead(row);
        return page == null ? 0 : page[bits(row)] ^ value(page, row);
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
    public Object form() {
        return kind;
    }

    @Override
    public void drop(int page) {
        pages.drop(page);
    }
}
