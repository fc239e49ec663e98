package dev.millrace.state.naive;

import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.state.ReducingState;
import java.util.Objects;

/** One value per key, into which each added value is reduced. */
record NaiveReducingState<T>(Place place, ReduceFunction<T> reduce) implements ReducingState<T> {

    @Override
    @SuppressWarnings("unchecked") // only values of the state's type are added
    public T get() {
        return (T) place.single();
    }

    @Override
    public void add(T value) throws Exception {
        Objects.requireNonNull(value, "value");
        T present = get();
        place.setSingle(present == null ? value : reduce.reduce(present, value));
    }

    @Override
    public void clear() {
        place.clear();
    }
}
