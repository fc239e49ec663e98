package dev.millrace.core.accumulator;

import dev.millrace.core.ModelApi;

/** Keeps the largest long; {@link Long#MIN_VALUE} when there was none. */
@ModelApi
public class LongMaximum implements SimpleAccumulator<Long> {

    private long max = Long.MIN_VALUE;

    public LongMaximum() {}

    public LongMaximum(long value) {
        max = value;
    }

    @Override
    public void add(Long value) {
        max = Math.max(max, value);
    }

    @Override
    public Long getLocalValue() {
        return max;
    }

    @Override
    public void resetLocal() {
        max = Long.MIN_VALUE;
    }

    @Override
    public void merge(Accumulator<Long, Long> other) {
        max = Math.max(max, other.getLocalValue());
    }

    @Override
    public LongMaximum clone() {
        return new LongMaximum(max);
    }

    @Override
    public String toString() {
        return "LongMaximum " + max;
    }
}
