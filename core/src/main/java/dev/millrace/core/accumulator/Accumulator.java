package dev.millrace.core.accumulator;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/**
 * Collects values in each task; the parts are merged into the job's result.
 *
 * @param <V> what is added
 * @param <R> what is answered
 */
@ModelApi
public interface Accumulator<V, R extends Serializable> extends Serializable, Cloneable {

    /** Adds a value to this task's part. */
    void add(V value);

    /** What this task's part comes to now. */
    R getLocalValue();

    /** Forgets what was added. */
    void resetLocal();

    /** Adds the other part to this one; the other stays as it is. */
    void merge(Accumulator<V, R> other);

    /** A part of its own with the same value. */
    Accumulator<V, R> clone();
}
