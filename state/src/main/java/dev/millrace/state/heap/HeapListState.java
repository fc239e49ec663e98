package dev.millrace.state.heap;

import dev.millrace.core.state.ListState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A list of values per key. */
final class HeapListState<T> implements ListState<T> {

    private final Cell cell;

    HeapListState(Cell cell) {
        this.cell = cell;
    }

    @Override
    @SuppressWarnings("unchecked") // only values of the state's type are added
    public Iterable<T> get() {
        ListCell list = (ListCell) cell.handOut();
        return list == null ? null : (List<T>) list.view();
    }

    @Override
    public void add(T value) {
        append(value);
    }

    @Override
    public void addAll(List<T> values) {
        for (T value : values) {
            Objects.requireNonNull(value, "value added to a list state");
        }
        values.forEach(this::append);
    }

    private void append(T value) {
        Objects.requireNonNull(value, "value added to a list state");
        cell.append(cell.values().copy(value));
    }

    @Override
    public void update(List<T> values) {
        List<Object> own = new ArrayList<>(values.size());
        for (T value : values) {
            Objects.requireNonNull(value, "value of a list state");
            own.add(cell.values().copy(value));
        }
        if (own.isEmpty()) {
            cell.clear();
        } else {
            cell.setOwn(ListCell.of(own, cell.values()));
        }
    }

    @Override
    public void clear() {
        cell.clear();
    }
}
