package dev.millrace.state.heap;

import dev.millrace.core.type.TypeSystem;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Walks the keys of a state, table by table and row by row. Rows never move, so that keys may come and go meanwhile. Owned
 * by the operator's thread.
 */
final class KeyWalk implements Iterator<Object> {

    private final Table[] tables;
    private final int state;
    private final TypeSystem types;
    private int place;
    private int row;

    KeyWalk(Table[] tables, int state, TypeSystem types) {
        this.tables = tables;
        this.state = state;
        this.types = types;
    }

    @Override
    public boolean hasNext() {
        while (place < tables.length) {
            Column column = tables[place].column(state);
            for (int end = column == null ? 0 : tables[place].rows(); row < end; row++) {
                if (column.has(tables[place].row(row))) {
                    return true;
                }
            }
            place++;
            row = 0;
        }
        return false;
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all keys have been met");
        }
        return types.copy(tables[place].id(0).get(tables[place].row(row++)));
    }
}
