package dev.millrace.state.heap;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.state.AggregatingState;
import java.util.Objects;

/** One accumulator per key. It is seen by the aggregate function alone, which changes but does not keep it. */
final class HeapAggregatingState<I, A, O> implements AggregatingState<I, O> {

    private final Cell cell;
    private final AggregateFunction<I, A, O> aggregate;

    HeapAggregatingState(Cell cell, AggregateFunction<I, A, O> aggregate) {
        this.cell = cell;
        this.aggregate = aggregate;
    }

    @Override
    @SuppressWarnings("unchecked") // only accumulators of the function are set
    public O get() {
        A accumulator = (A) cell.edit();
        if (accumulator == null) {
            return null;
        }
        O result = aggregate.getResult(accumulator);
        return result == accumulator ? (O) cell.values().copy(result) : result;
    }

    @Override
    @SuppressWarnings("unchecked") // only accumulators of the function are set
    public void add(I value) {
        Objects.requireNonNull(value, "value added to an aggregating state");
        Object present = cell.edit();
        if (present == null) {
            cell.set(aggregate.createAccumulator()); // its copy is small, as long as nothing has been added
            present = cell.edit();
        }
        cell.set(aggregate.add(value, (A) present));
    }

    @Override
    public void clear() {
        cell.clear();
    }
}
