package dev.millrace.stream.operator;

import dev.millrace.core.state.ListState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A list state that belongs to an operator instance. */
final class HeapList<T> implements ListState<T> {

    private final List<T> values;

    HeapList(List<T> values) {
        this.values = new ArrayList<>(values);
    }

    List<T> values() {
        return values;
    }

    @Override
    public Iterable<T> get() {
        return values;
    }

    @Override
    public void add(T value) {
        values.add(Objects.requireNonNull(value, "a list state takes no null"));
    }

    @Override
    public void addAll(List<T> more) {
        more.forEach(this::add);
    }

    @Override
    public void update(List<T> newValues) {
        List<T> copy = List.copyOf(newValues); // the argument may be a view of this very list
        values.clear();
        values.addAll(copy);
    }

    @Override
    public void clear() {
        values.clear();
    }
}
