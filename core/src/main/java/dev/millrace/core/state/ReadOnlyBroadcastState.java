package dev.millrace.core.state;

import dev.millrace.core.ModelApi;
import java.util.Map;

/** Broadcast state as the side that is not broadcast sees it. What it gives out must not be changed. */
@ModelApi
public interface ReadOnlyBroadcastState<K, V> extends State {

    /** The value of a key, or null. */
    V get(K key) throws Exception;

    boolean contains(K key) throws Exception;

    /** The entries; cannot be changed. */
    Iterable<Map.Entry<K, V>> immutableEntries() throws Exception;
}
