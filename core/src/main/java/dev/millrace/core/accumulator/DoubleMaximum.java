package dev.millrace.core.accumulator;

import dev.millrace.core.ModelApi;

/** Keeps the largest double; {@link Double#NEGATIVE_INFINITY} when there was none. */
@ModelApi
public class DoubleMaximum implements SimpleAccumulator<Double> {

    private double max = Double.NEGATIVE_INFINITY;

    public DoubleMaximum() {}

    public DoubleMaximum(double value) {
        max = value;
    }

    @Override
    public void add(Double value) {
        max = Math.max(max, value);
    }

    @Override
    public Double getLocalValue() {
        return max;
    }

    @Override
    public void resetLocal() {
        max = Double.NEGATIVE_INFINITY;
    }

    @Override
    public void merge(Accumulator<Double, Double> other) {
        max = Math.max(max, other.getLocalValue());
    }

    @Override
    public DoubleMaximum clone() {
        return new DoubleMaximum(max);
    }

    @Override
    public String toString() {
        return "DoubleMaximum " + max;
    }
}
