package dev.millrace.core.accumulator;

import dev.millrace.core.ModelApi;

/** Keeps the smallest double; {@link Double#POSITIVE_INFINITY} when there was none. */
@ModelApi
public class DoubleMinimum implements SimpleAccumulator<Double> {

    private double min = Double.POSITIVE_INFINITY;

    public DoubleMinimum() {}

    public DoubleMinimum(double value) {
        min = value;
    }

    @Override
    public void add(Double value) {
        min = Math.min(min, value);
    }

    @Override
    public Double getLocalValue() {
        return min;
    }

    @Override
    public void resetLocal() {
        min = Double.POSITIVE_INFINITY;
    }

    @Override
    public void merge(Accumulator<Double, Double> other) {
        min = Math.min(min, other.getLocalValue());
    }

    @Override
    public DoubleMinimum clone() {
        return new DoubleMinimum(min);
    }

    @Override
    public String toString() {
        return "DoubleMinimum " + min;
    }
}
