package dev.millrace.state.naive;

import dev.millrace.core.state.ListState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A list of values per key. */
record NaiveListState<T>(Place place) implements ListState<T> {

    @Override
    @SuppressWarnings("unchecked") // only values of the state's type are added
    public Iterable<T> get() {
        List<byte[]> items = place.get();
        return items == null
                ? null
                : items.stream().map(item -> (T) place.coding().decode(item)).toList();
    }

    @Override
    public void add(T value) {
        addAll(List.of(value));
    }

    @Override
    public void addAll(List<T> values) {
        List<byte[]> items = place.get() == null ? new ArrayList<>() : new ArrayList<>(place.get());
        values.forEach(value -> items.add(place.coding().encode(Objects.requireNonNull(value, "value"))));
        place.set(items);
    }

    @Override
    public void update(List<T> values) {
        place.clear();
        addAll(values);
    }

    @Override
    public void clear() {
        place.clear();
    }
}
