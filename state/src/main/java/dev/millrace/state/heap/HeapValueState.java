package dev.millrace.state.heap;

import dev.millrace.core.code.Learnt;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.type.codec.FlatLayout;

/**
 * One value per key. Has code of its own for each operator class that uses it, and the layout of the operator's values is
 * known there from earlier tasks: so a compiler sees which fields a function reads of the object that it is handed, and which
 * it gives to the object that it stores, and makes neither. What is not a flat object or a long goes by the {@link Cell}.
 */
final class HeapValueState<T> implements ValueState<T> {

    /** What the values were last that this code has made a column for: a layout, or {@link Primitive#LONG}, or null. */
    private static final Learnt<Object> USUAL = new Learnt<>();

    private final Cell cell;
    private final KeySpace space;
    private final int state;
    private final Column[] columns;
    private final T defaultValue;
    /** What columns are made for before there is a value. */
    private Object expected;

    HeapValueState(Cell cell, T defaultValue) {
        this.cell = cell;
        this.space = cell.space();
        this.state = cell.state();
        this.columns = space.columns(state);
        this.defaultValue = defaultValue;
        Object usual = USUAL.get();
        this.expected = cell.values().fits(usual) ? usual : null;
    }

    @Override
    @SuppressWarnings("unchecked") // only values of the state's type are set
    public T value() {
        int row = space.row();
        Object value = row < 0 ? null : value(row, columns[space.place()]);
        if (value != null) {
            return (T) value;
        }
        return defaultValue == null ? null : (T) cell.values().copy(defaultValue);
    }

    private static Object value(int row, Column column) {
        if (column instanceof FlatColumn flat) {
            long[] words = flat.words(row);
            return words == null ? null : FlatFormat.load(flat.layout(), words, flat.references(row), row);
        }
        if (column instanceof LongColumn longs && longs.kind() == Primitive.LONG) {
            return longs.has(row) ? (Object) longs.getLong(row) : null;
        }
        return column instanceof ValueColumn values ? values.handOut(row) : null;
    }

    @Override
    public void update(T value) {
        if (value == null) {
            cell.clear();
            return;
        }
        int row = space.rowToWrite();
        Column column = columns[space.place()];
        boolean made = column == null && expected != null;
        if (made) {
            column = expectedColumn();
        }
        if (column instanceof FlatColumn flat) {
            if (FlatFormat.store(flat.layout(), value, flat.wordsToWrite(row), flat.referencesToWrite(row), row)) {
                return;
            }
        } else if (column instanceof LongColumn longs
                && longs.kind() == Primitive.LONG
                && value instanceof Long number) {
            longs.setLong(row, number);
            return;
        }
        set(value, made);
    }

    /** A new column in a table that has none: a place where the value itself is needed would have the value made. */
    private Column expectedColumn() {
        Table table = space.table();
        table.column(
                state,
                table.shared(state)
                        .common(
                                expected instanceof FlatLayout layout
                                        ? new FlatColumn(layout, table.numbers())
                                        : new LongColumn(Primitive.LONG, table.numbers())));
        return table.column(state);
    }

    private void set(T value, boolean misjudged) {
        if (misjudged && space.table().column(state) instanceof ValueColumn column) {
            space.table().drop(column);
            space.table().column(state, null);
        }
        cell.set(value);
        Column column = space.table().column(state);
        expected = column instanceof FlatColumn flat
                ? flat.layout()
                : column instanceof LongColumn longs && longs.kind() == Primitive.LONG ? Primitive.LONG : null;
        USUAL.set(expected);
    }

    @Override
    public void clear() {
        cell.clear();
    }
}
