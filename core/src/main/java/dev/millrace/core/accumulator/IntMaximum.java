package dev.millrace.core.accumulator;

import dev.millrace.core.ModelApi;

/** Keeps the largest int; {@link Integer#MIN_VALUE} when there was none. */
@ModelApi
public class IntMaximum implements SimpleAccumulator<Integer> {

    private int max = Integer.MIN_VALUE;

    public IntMaximum() {}

    public IntMaximum(int value) {
        max = value;
    }

    @Override
    public void add(Integer value) {
        max = Math.max(max, value);
    }

    @Override
    public Integer getLocalValue() {
        return max;
    }

    @Override
    public void resetLocal() {
        max = Integer.MIN_VALUE;
    }

    @Override
    public void merge(Accumulator<Integer, Integer> other) {
        max = Math.max(max, other.getLocalValue());
    }

    @Override
    public IntMaximum clone() {
        return new IntMaximum(max);
    }

    @Override
    public String toString() {
        return "IntMaximum " + max;
    }
}
