package dev.millrace.stream.operator;

import dev.millrace.core.state.ListState;
import java.util.List;

/** A list state as user code sees it: empty where a store says that there is nothing. */
record UserList<T>(ListState<T> list) implements ListState<T> {

    @Override
    public Iterable<T> get() throws Exception {
        Iterable<T> values = list.get();
        return values == null ? List.of() : values;
    }

    @Override
    public void add(T value) throws Exception {
        list.add(value);
    }

    @Override
    public void addAll(List<T> values) throws Exception {
        list.addAll(values);
    }

    @Override
    public void update(List<T> values) throws Exception {
        list.update(values);
    }

    @Override
    public void clear() {
        list.clear();
    }
}
