package dev.millrace.state.naive;

import dev.millrace.core.state.LongCell;

/** A long of the selected key. */
record NaiveLongCell(Place place) implements LongCell {

    @Override
    public long get(long absent) {
        Long value = (Long) place.single();
        return value == null ? absent : value;
    }

    @Override
    public void set(long value) {
        place.setSingle(value);
    }

    @Override
    public void clear() {
        place.clear();
    }
}
