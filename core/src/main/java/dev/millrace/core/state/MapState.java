package dev.millrace.core.state;

import dev.millrace.core.ModelApi;
import java.util.Iterator;
import java.util.Map;

/** A map per key. The order of its entries is not defined. */
@ModelApi
public interface MapState<UK, UV> extends State {

    /** The value of a user key, or null. */
    UV get(UK key) throws Exception;

    void put(UK key, UV value) throws Exception;

    void putAll(Map<UK, UV> map) throws Exception;

    void remove(UK key) throws Exception;

    boolean contains(UK key) throws Exception;

    /** The entries; setting the value of an entry sets it in the map. */
    Iterable<Map.Entry<UK, UV>> entries() throws Exception;

    Iterable<UK> keys() throws Exception;

    Iterable<UV> values() throws Exception;

    /** Walks the entries; {@code remove} removes from the map. */
    Iterator<Map.Entry<UK, UV>> iterator() throws Exception;

    boolean isEmpty() throws Exception;
}
