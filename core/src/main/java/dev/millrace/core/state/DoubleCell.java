package dev.millrace.core.state;

/** A double of the selected key. */
public interface DoubleCell {

    /** The value, or {@code absent} when there is none. */
    double get(double absent);

    void set(double value);

    void clear();
}
