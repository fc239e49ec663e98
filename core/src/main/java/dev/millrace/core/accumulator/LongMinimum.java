package dev.millrace.core.accumulator;

import dev.millrace.core.ModelApi;

/** Keeps the smallest long; {@link Long#MAX_VALUE} when there was none. */
@ModelApi
public class LongMinimum implements SimpleAccumulator<Long> {

    private long min = Long.MAX_VALUE;

    public LongMinimum() {}

    public LongMinimum(long value) {
        min = value;
    }

    @Override
    public void add(Long value) {
        min = Math.min(min, value);
    }

    @Override
    public Long getLocalValue() {
        return min;
    }

    @Override
    public void resetLocal() {
        min = Long.MAX_VALUE;
    }

    @Override
    public void merge(Accumulator<Long, Long> other) {
        min = Math.min(min, other.getLocalValue());
    }

    @Override
    public LongMinimum clone() {
        return new LongMinimum(min);
    }

    @Override
    public String toString() {
        return "LongMinimum " + min;
    }
}
