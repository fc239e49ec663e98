package dev.millrace.stream.operator;

import dev.millrace.core.state.BroadcastState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A broadcast state; the same in every instance because all see the same broadcast records. */
final class HeapBroadcast<K, V> implements BroadcastState<K, V> {

    private final Map<K, V> map = new LinkedHashMap<>();

    @SuppressWarnings("unchecked") // pairs are written from maps of the same types
    HeapBroadcast(List<?> pairs) {
        for (Object item : pairs) {
            OperatorLists.Pair pair = (OperatorLists.Pair) item;
            map.put((K) pair.key(), (V) pair.value());
        }
    }

    List<OperatorLists.Pair> pairs() {
        List<OperatorLists.Pair> pairs = new ArrayList<>();
        map.forEach((key, value) -> pairs.add(new OperatorLists.Pair(key, value)));
        return pairs;
    }

    @Override
    public V get(K key) {
        return map.get(key);
    }

    @Override
    public boolean contains(K key) {
        return map.containsKey(key);
    }

    @Override
    public Iterable<Map.Entry<K, V>> immutableEntries() {
        return Collections.unmodifiableMap(map).entrySet();
    }

    @Override
    public void put(K key, V value) {
        map.put(key, value);
    }

    @Override
    public void putAll(Map<K, V> more) {
        map.putAll(more);
    }

    @Override
    public void remove(K key) {
        map.remove(key);
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
        return map.entrySet().iterator();
    }

    @Override
    public Iterable<Map.Entry<K, V>> entries() {
        return map.entrySet();
    }

    @Override
    public void clear() {
        map.clear();
    }
}
