package dev.millrace.core.accumulator;

import dev.millrace.core.ModelApi;

/** Sums ints; overflows silently. */
@ModelApi
public class IntCounter implements SimpleAccumulator<Integer> {

    private int sum;

    public IntCounter() {}

    public IntCounter(int value) {
        sum = value;
    }

    @Override
    public void add(Integer value) {
        sum += value;
    }

    /** Adds without boxing. */
    public void add(int value) {
        sum += value;
    }

    @Override
    public Integer getLocalValue() {
        return sum;
    }

    /** The value without boxing. */
    public int getLocalValuePrimitive() {
        return sum;
    }

    @Override
    public void resetLocal() {
        sum = 0;
    }

    @Override
    public void merge(Accumulator<Integer, Integer> other) {
        sum += other.getLocalValue();
    }

    @Override
    public IntCounter clone() {
        return new IntCounter(sum);
    }

    @Override
    public String toString() {
        return "IntCounter " + sum;
    }
}
