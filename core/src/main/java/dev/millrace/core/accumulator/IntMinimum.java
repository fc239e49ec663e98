package dev.millrace.core.accumulator;

import dev.millrace.core.ModelApi;

/** Keeps the smallest int; {@link Integer#MAX_VALUE} when there was none. */
@ModelApi
public class IntMinimum implements SimpleAccumulator<Integer> {

    private int min = Integer.MAX_VALUE;

    public IntMinimum() {}

    public IntMinimum(int value) {
        min = value;
    }

    @Override
    public void add(Integer value) {
        min = Math.min(min, value);
    }

    @Override
    public Integer getLocalValue() {
        return min;
    }

    @Override
    public void resetLocal() {
        min = Integer.MAX_VALUE;
    }

    @Override
    public void merge(Accumulator<Integer, Integer> other) {
        min = Math.min(min, other.getLocalValue());
    }

    @Override
    public IntMinimum clone() {
        return new IntMinimum(min);
    }

    @Override
    public String toString() {
        return "IntMinimum " + min;
    }
}
