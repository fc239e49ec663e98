package dev.millrace.core.accumulator;

import dev.millrace.core.ModelApi;

/** Answers the mean of the doubles added; 0 when there were none. */
@ModelApi
public class AverageAccumulator implements SimpleAccumulator<Double> {

    private long count;
    private double sum;

    @Override
    public void add(Double value) {
        add(value.doubleValue());
    }

    /** Adds without boxing. */
    public void add(double value) {
        count++;
        sum += value;
    }

    /** Adds an int. */
    public void add(int value) {
        add((double) value);
    }

    /** Adds a long. */
    public void add(long value) {
        add((double) value);
    }

    @Override
    public Double getLocalValue() {
        return count == 0 ? 0.0 : sum / count;
    }

    @Override
    public void resetLocal() {
        count = 0;
        sum = 0;
    }

    @Override
    public void merge(Accumulator<Double, Double> other) {
        if (!(other instanceof AverageAccumulator average)) {
            throw new IllegalArgumentException("an average cannot be merged with " + other);
        }
        count += average.count;
        sum += average.sum;
    }

    @Override
    public AverageAccumulator clone() {
        AverageAccumulator copy = new AverageAccumulator();
        copy.count = count;
        copy.sum = sum;
        return copy;
    }

    @Override
    public String toString() {
        return "AverageAccumulator " + getLocalValue() + " of " + count;
    }
}
