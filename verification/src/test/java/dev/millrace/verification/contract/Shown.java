package dev.millrace.verification.contract;

import dev.millrace.core.state.MapState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** State as it can be shown and compared: maps in the order of their keys. */
final class Shown {

    private Shown() {}

    static <K extends Comparable<K>, V> TreeMap<K, V> of(MapState<K, V> state) throws Exception {
        TreeMap<K, V> sorted = new TreeMap<>();
        for (Map.Entry<K, V> entry : state.entries()) {
            sorted.put(entry.getKey(), entry.getValue());
        }
        return sorted;
    }

    static <T> List<T> of(Iterable<T> values) {
        List<T> all = new ArrayList<>();
        values.forEach(all::add);
        return all;
    }
}
