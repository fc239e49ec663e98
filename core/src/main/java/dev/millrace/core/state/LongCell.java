package dev.millrace.core.state;

/** A long of the selected key. */
public interface LongCell {

    /** The value, or {@code absent} when there is none. */
    long get(long absent);

    void set(long value);

    void clear();
}
