package dev.millrace.state.heap;

import dev.millrace.core.type.codec.FlatLayout;

/** Small records of one class, kept as their fields: what is read is a new object each time. */
final class FlatColumn implements ValueColumn {

    private final FlatFormat format;
    private final FlatLayout layout;
    private final int words;
    private final Pages pages;

    FlatColumn(FlatFormat format, Versions versions, int group) {
        this.format = format;
        this.layout = format.layout();
        this.words = layout.words();
        this.pages = new Pages(versions, group, format);
    }

    FlatLayout layout() {
        return layout;
    }

    /** The page of a row that has a value, to be read only, or null. */
    FlatFormat.Page page(int row) {
        FlatFormat.Page page = (FlatFormat.Page) pages.toRead(row);
        return page != null && page.has(row) ? page : null;
    }

    /** The page of a row, to be written. */
    FlatFormat.Page pageToWrite(int row) {
        return (FlatFormat.Page) pages.toWrite(row);
    }

    @Override
    public boolean has(int row) {
        return page(row) != null;
    }

    @Override
    public Object get(int row) {
        FlatFormat.Page page = page(row);
        return page == null ? null : format.load(page, row);
    }

    @Override
    public long touch(int row) {
        FlatFormat.Page page = (FlatFormat.Page) pages.toRead(row);
        if (page == null) {
            return 0;
        }
        long near = words > 0 ? page.words()[FlatFormat.BITS + (row & Pages.MASK) * words] : 0;
        return layout.references() > 0 ? near + touch(page.references()[FlatFormat.reference(layout, row)]) : near;
    }

    /** Asks for the class, as everybody does who reads a field. */
    private static int touch(Object referred) {
        return referred != null && referred.getClass() == String.class ? 1 : 0;
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
        if (value.getClass() != layout.valueClass()) {
            return false;
        }
        FlatFormat.Page page = pageToWrite(row);
        if (!format.store(value, page, row)) {
            return false;
        }
        page.add(row);
        return true;
    }

    @Override
    public void clear(int row) {
        if (has(row)) {
            pageToWrite(row).remove(row);
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
