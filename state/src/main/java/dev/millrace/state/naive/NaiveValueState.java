package dev.millrace.state.naive;

import dev.millrace.core.state.ValueState;

/** One value per key. */
record NaiveValueState<T>(Place place, T defaultValue) implements ValueState<T> {

    @Override
    @SuppressWarnings("unchecked") // only values of the state's type are set
    public T value() {
        Object value = place.single();
        return value == null ? (T) place.types().copy(defaultValue) : (T) value;
    }

    @Override
    public void update(T value) {
        if (value == null) {
            clear();
        } else {
            place.setSingle(value);
        }
    }

    @Override
    public void clear() {
        place.clear();
    }
}
