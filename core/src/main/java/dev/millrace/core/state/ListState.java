package dev.millrace.core.state;

import dev.millrace.core.ModelApi;
import java.util.List;

/** A list of values per key. */
@ModelApi
public interface ListState<T> extends MergingState<T, Iterable<T>> {

    /** Replaces the list; an empty list clears. Null values are an error. */
    void update(List<T> values) throws Exception;

    /** Appends values, in order. Null values are an error. */
    void addAll(List<T> values) throws Exception;
}
