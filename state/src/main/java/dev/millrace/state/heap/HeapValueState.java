package dev.millrace.state.heap;

import dev.millrace.core.state.ValueState;

/** One value per key. */
final class HeapValueState<T> implements ValueState<T> {

    private final Cell cell;
    private final T defaultValue;

    HeapValueState(Cell cell, T defaultValue) {
        this.cell = cell;
        this.defaultValue = defaultValue;
    }

    @Override
    @SuppressWarnings("unchecked") // only values of the state's type are set
    public T value() {
        Object value = cell.handOut();
        if (value != null) {
            return (T) value;
        }
        return defaultValue == null ? null : (T) cell.values().copy(defaultValue);
    }

    @Override
    public void update(T value) {
        if (value == null) {
            cell.clear();
        } else {
            cell.set(value);
        }
    }

    @Override
    public void clear() {
        cell.clear();
    }
}
