package dev.millrace.state.naive;

import dev.millrace.core.state.DoubleCell;

/** A double of the selected key. */
record NaiveDoubleCell(Place place) implements DoubleCell {

    @Override
    public double get(double absent) {
        Double value = (Double) place.single();
        return value == null ? absent : value;
    }

    @Override
    public void set(double value) {
        place.setSingle(value);
    }

    @Override
    public void clear() {
        place.clear();
    }
}
