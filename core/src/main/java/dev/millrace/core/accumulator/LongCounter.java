package dev.millrace.core.accumulator;

import dev.millrace.core.ModelApi;

/** Sums longs; overflows silently. */
@ModelApi
public class LongCounter implements SimpleAccumulator<Long> {

    private long sum;

    public LongCounter() {}

    public LongCounter(long value) {
        sum = value;
    }

    @Override
    public void add(Long value) {
        sum += value;
    }

    /** Adds without boxing. */
    public void add(long value) {
        sum += value;
    }

    @Override
    public Long getLocalValue() {
        return sum;
    }

    /** The value without boxing. */
    public long getLocalValuePrimitive() {
        return sum;
    }

    @Override
    public void resetLocal() {
        sum = 0;
    }

    @Override
    public void merge(Accumulator<Long, Long> other) {
        sum += other.getLocalValue();
    }

    @Override
    public LongCounter clone() {
        return new LongCounter(sum);
    }

    @Override
    public String toString() {
        return "LongCounter " + sum;
    }
}
