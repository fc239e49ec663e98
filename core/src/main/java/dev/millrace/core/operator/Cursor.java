package dev.millrace.core.operator;

/** A position in a long result. */
public interface Cursor<T> {

    /** Moves to the next value; false when there is none. */
    boolean advance() throws Exception;

    T value();

    /** Milliseconds since the epoch, or {@link dev.millrace.core.element.Batch#NO_TIMESTAMP}. */
    long timestamp();
}
