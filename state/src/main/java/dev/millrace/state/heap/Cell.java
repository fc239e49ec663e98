package dev.millrace.state.heap;

/**
 * The place of one state in the row of what is selected: what every handle works on. Owned by the operator's thread.
 */
final class Cell {

    private final KeySpace space;
    private final int state;
    private final Values values;
    /** Of the state, by the place of their table. */
    private final Column[] columns;

    Cell(KeySpace space, int state, Values values) {
        this.space = space;
        this.state = state;
        this.values = values;
        this.columns = space.columns(state);
    }

    int state() {
        return state;
    }

    Values values() {
        return values;
    }

    KeySpace space() {
        return space;
    }

    /** The column of what is selected, or null when it has no row, or its group no column. */
    Column column() {
        return space.row() < 0 ? null : columns[space.place()];
    }

    /** The row of what is selected; there is one, because {@link #column} has found it. */
    int row() {
        return space.row();
    }

    /** The value, for the engine's eyes, or null. */
    Object peek() {
        return column() instanceof ValueColumn values ? values.get(row()) : null;
    }

    /** The value, for a function that may change it but not keep it, or null. */
    Object edit() {
        return column() instanceof ValueColumn values ? values.edit(row()) : null;
    }

    /** The value, for user code that may keep and change it, or null. */
    Object handOut() {
        return column() instanceof ValueColumn values ? values.handOut(row()) : null;
    }

    /**
     * Sets a value that user code has, and may go on changing: it is copied unless it never changes, is kept as its fields,
     * or is the very value that is there.
     */
    void set(Object value) {
        int row = space.rowToWrite();
        Table table = space.table();
        if (table.column(state) instanceof ValueColumn column) {
            if (column instanceof ObjectColumn objects) {
                if (value != objects.get(row)) {
                    objects.set(row, values.copy(value));
                }
                return;
            }
            if (column.set(row, value)) {
                return;
            }
        }
        table.put(state, values, row, values.copy(value));
    }

    /** Sets a value that nobody else has. */
    void setOwn(Object value) {
        int row = space.rowToWrite();
        space.table().put(state, values, row, value);
    }

    /** Appends a value that nobody else has to the list that is there, or to none. */
    void append(Object own) {
        int row = space.rowToWrite();
        boolean mutable = !values.immutable(own);
        if (space.table().column(state) instanceof ObjectColumn objects && objects.has(row)) {
            objects.extend(row, ListCell.append((ListCell) objects.get(row), own, mutable));
        } else {
            space.table().put(state, values, row, ListCell.append(null, own, mutable));
        }
    }

    /** The column of longs of what is selected, made if it is not there. */
    LongColumn longs(Primitive kind) {
        space.rowToWrite();
        if (columns[space.place()] instanceof LongColumn longs) {
            return longs;
        }
        Table table = space.table();
        LongColumn longs = (LongColumn) table.shared(state).common(new LongColumn(kind, table.numbers()));
        table.column(state, longs);
        return longs;
    }

    /** The maps of what is selected, made if there are none. */
    MapColumn maps(EntryIdentity identity) {
        space.rowToWrite();
        return mapsOf(space, space.table(), state, identity);
    }

    static MapColumn mapsOf(KeySpace space, Table table, int state, EntryIdentity identity) {
        if (table.column(state) instanceof MapColumn maps) {
            return maps;
        }
        MapColumn maps =
                new MapColumn(table, table.shared(state).heads(), identity, space.identities(), space.pending());
        table.column(state, maps);
        return maps;
    }

    void clear() {
        Column column = column();
        if (column != null && column.has(row())) {
            column.clear(row());
            cleared();
        }
    }

    /** What is selected may have become empty. */
    void cleared() {
        space.cleared(space.table(), row());
    }
}
