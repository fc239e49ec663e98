package dev.millrace.core.state;

import dev.millrace.core.ModelApi;

/**
 * State that is added to.
 *
 * @param <IN> what is added
 * @param <OUT> what is read
 */
@ModelApi
public interface AppendingState<IN, OUT> extends State {

    /** What was added, in the state's way; null when there is nothing. */
    OUT get() throws Exception;

    /** Adds a value; null is an error. */
    void add(IN value) throws Exception;
}
