package dev.millrace.state.heap;

import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.state.ReducingState;
import java.util.Objects;

/** One value per key, into which each added value is reduced. */
final class HeapReducingState<T> implements ReducingState<T> {

    private final Cell cell;
    private final ReduceFunction<T> reduce;

    HeapReducingState(Cell cell, ReduceFunction<T> reduce) {
        this.cell = cell;
        this.reduce = reduce;
    }

    @Override
    @SuppressWarnings("unchecked") // only values of the state's type are added
    public T get() {
        return (T) cell.handOut();
    }

    @Override
    @SuppressWarnings("unchecked") // only values of the state's type are added
    public void add(T value) throws Exception {
        Objects.requireNonNull(value, "value added to a reducing state");
        Object present = cell.edit();
        cell.set(present == null ? value : reduce.reduce((T) present, value));
    }

    @Override
    public void clear() {
        cell.clear();
    }
}
