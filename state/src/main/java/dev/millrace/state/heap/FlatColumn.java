package dev.millrace.state.heap;

import dev.millrace.core.type.codec.FlatLayout;

/** Small records of one class, kept as their fields: what is read is a new object each time. */
final class FlatColumn implements ValueColumn {

    private final FlatLayout layout;
    private final int perRow;
    private final Pages words;
    /** Null when records have no references. */
    private final Pages references;

    FlatColumn(FlatLayout layout, RowPages rows) {
        this.layout = layout;
        this.perRow = layout.words();
        this.words = new Pages(rows, new FlatFormat(layout));
        this.references =
                layout.references() == 0 ? null : new Pages(rows, new FlatFormat.References(layout.references()));
    }

    FlatLayout layout() {
        return layout;
    }

    /** The page of the words of a row that has a value, to be read only, or null. */
    long[] words(int row) {
        long[] page = (long[]) words.toRead(row);
        return FlatFormat.has(page, row) ? page : null;
    }

    /** The page of the references of a row that has a value, to be read only, or null when it has none. */
    Object[] references(int row) {
        return references == null ? null : (Object[]) references.toRead(row);
    }

    /** The page of the words of a row, to be written. */
    long[] wordsToWrite(int row) {
        return (long[]) words.toWrite(row);
    }

    /** The page of the references of a row, to be written, or null when it has none. */
    Object[] referencesToWrite(int row) {
        return references == null ? null : (Object[]) references.toWrite(row);
    }

    @Override
    public boolean has(int row) {
        return words(row) != null;
    }

    @Override
    public Object get(int row) {
        long[] page = words(row);
        return page == null ? null : FlatFormat.load(layout, page, references(row), row);
    }

    @Override
    public long touch(int row) {
        long[] page = (long[]) words.toRead(row);
        if (page == null) {
            return 0;
        }
        long near = perRow > 0 ? page[FlatFormat.BITS + (row & Pages.MASK) * perRow] : 0;
        Object[] referred = references(row);
        return referred == null ? near : near + touch(referred[FlatFormat.reference(layout, row)]);
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
        return value.getClass() == layout.valueClass()
                && FlatFormat.store(layout, value, wordsToWrite(row), referencesToWrite(row), row);
    }

    @Override
    public void clear(int row) {
        if (has(row)) {
            FlatFormat.remove(wordsToWrite(row), row);
        }
    }

    @Override
    public FrozenColumn.Flat freeze() {
        return new FrozenColumn.Flat(layout, words.freeze(), references == null ? null : references.freeze());
    }

    @Override
    public Object form() {
        return layout;
    }

    @Override
    public void drop(int page) {
        words.drop(page);
        if (references != null) {
            references.drop(page);
        }
    }
}
