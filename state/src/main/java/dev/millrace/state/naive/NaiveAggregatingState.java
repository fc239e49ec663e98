package dev.millrace.state.naive;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.state.AggregatingState;
import java.util.Objects;

/** One accumulator per key. */
record NaiveAggregatingState<I, A, O>(Place place, AggregateFunction<I, A, O> aggregate)
        implements AggregatingState<I, O> {

    @Override
    @SuppressWarnings("unchecked") // only accumulators of the function are set
    public O get() {
        A accumulator = (A) place.single();
        return accumulator == null ? null : aggregate.getResult(accumulator);
    }

    @Override
    @SuppressWarnings("unchecked") // only accumulators of the function are set
    public void add(I value) {
        Objects.requireNonNull(value, "value");
        A present = (A) place.single();
        place.setSingle(aggregate.add(value, present == null ? aggregate.createAccumulator() : present));
    }

    @Override
    public void clear() {
        place.clear();
    }
}
