package dev.millrace.state.heap;

/**
 * The columns of one state, or of one part of what rows are found by, that the tables of a space have in common: so what leads
 * to a value is one column for all key groups. A table whose values have another form than those of most has its own.
 */
final class SharedColumns {

    private final RowPages rows;
    private ValueColumn compact;
    private ObjectColumn objects;
    private LongColumn heads;
    private boolean uniform = true;

    SharedColumns(RowPages rows) {
        this.rows = rows;
    }

    /** As many as there are parts of an identity. */
    static SharedColumns[] of(RowPages rows, int count) {
        SharedColumns[] made = new SharedColumns[count];
        for (int i = 0; i < count; i++) {
            made[i] = new SharedColumns(rows);
        }
        return made;
    }

    /** The column that a table is to have in place of a new one. */
    ValueColumn common(ValueColumn made) {
        if (made instanceof ObjectColumn references) {
            uniform = false;
            objects = objects == null ? references : objects;
            return objects;
        }
        compact = compact == null ? made : compact;
        if (compact.form().equals(made.form())) {
            return compact;
        }
        uniform = false;
        return made;
    }

    /** The column of all rows of all tables, when they have only one and it holds no mere references; else null. */
    ValueColumn only() {
        return uniform ? compact : null;
    }

    /** Where the maps of rows begin. */
    LongColumn heads() {
        heads = heads == null ? new LongColumn(Primitive.LONG, rows) : heads;
        return heads;
    }
}
