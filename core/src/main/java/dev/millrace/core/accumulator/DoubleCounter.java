package dev.millrace.core.accumulator;

import dev.millrace.core.ModelApi;

/** Sums doubles. */
@ModelApi
public class DoubleCounter implements SimpleAccumulator<Double> {

    private double sum;

    public DoubleCounter() {}

    public DoubleCounter(double value) {
        sum = value;
    }

    @Override
    public void add(Double value) {
        sum += value;
    }

    /** Adds without boxing. */
    public void add(double value) {
        sum += value;
    }

    @Override
    public Double getLocalValue() {
        return sum;
    }

    /** The value without boxing. */
    public double getLocalValuePrimitive() {
        return sum;
    }

    @Override
    public void resetLocal() {
        sum = 0;
    }

    @Override
    public void merge(Accumulator<Double, Double> other) {
        sum += other.getLocalValue();
    }

    @Override
    public DoubleCounter clone() {
        return new DoubleCounter(sum);
    }

    @Override
    public String toString() {
        return "DoubleCounter " + sum;
    }
}
