package dev.millrace.state.heap;

/** Small records of one class, kept as their fields: what is read is a new object each time. */
final class FlatColumn implements ValueColumn {

    private final FlatFormat format;
    private final Pages pages;

    FlatColumn(FlatFormat format, Versions versions, int group) {
        this.format = format;
        this.pages = new Pages(versions, group, format);
    }

    @Override
    public boolean has(int row) {
        return format.has((Object[]) pages.toRead(row), row);
    }

    @Override
    public Object get(int row) {
        Object[] page = (Object[]) pages.toRead(row);
        return format.has(page, row) ? format.layout().load(page, row & Pages.MASK) : null;
    }

    @Override
    public long touch(int row) {
        Object[] page = (Object[]) pages.toRead(row);
        return page == null ? 0 : FlatFormat.touch(page, row & Pages.MASK);
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
        if (value.getClass() != format.valueClass()) {
            return false;
        }
        Object[] page = (Object[]) pages.toWrite(row);
        if (!format.layout().store(value, page, row & Pages.MASK)) {
            return false;
        }
        format.bits(page)[(row & Pages.MASK) >>> 6] |= 1L << row;
        return true;
    }

    @Override
    public void clear(int row) {
        if (has(row)) {
            format.bits((Object[]) pages.toWrite(row))[(row & Pages.MASK) >>> 6] &= ~(1L << row);
        }
    }

    @Override
    public FrozenColumn.Flat freeze() {
        return new FrozenColumn.Flat(format, pages.freeze());
    }

    @Override
    public void release() {
        pages.release();
    }
}
