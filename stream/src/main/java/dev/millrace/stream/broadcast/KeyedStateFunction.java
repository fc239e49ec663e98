package dev.millrace.stream.broadcast;

import dev.millrace.core.ModelApi;
import dev.millrace.core.state.State;

/** What is done to a state of each key. */
@ModelApi
public interface KeyedStateFunction<K, S extends State> {

    void process(K key, S state) throws Exception;
}
