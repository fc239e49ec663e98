package dev.millrace.state.naive;

import dev.millrace.core.state.MapState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A map per key, kept as its encoded keys and values in turn. */
record NaiveMapState<K, V>(Place place, Coding keyCoding) implements MapState<K, V> {

    @SuppressWarnings("unchecked") // only entries of the state's types are put
    private Map<K, V> load() {
        Map<K, V> map = new LinkedHashMap<>();
        List<byte[]> parts = place.get() == null ? List.of() : place.get();
        for (int i = 0; i < parts.size(); i += 2) {
            map.put((K) keyCoding.decode(parts.get(i)), (V) place.coding().decode(parts.get(i + 1)));
        }
        return map;
    }

    private void save(Map<K, V> map) {
        List<byte[]> parts = new ArrayList<>();
        map.forEach((key, value) -> {
            parts.add(keyCoding.encode(key));
            parts.add(place.coding().encode(value));
        });
        place.set(parts);
    }

    @Override
    public V get(K key) {
        return load().get(key);
    }

    @Override
    public void put(K key, V value) {
        Map<K, V> map = load();
        map.put(key, value);
        save(map);
    }

    @Override
    public void putAll(Map<K, V> map) {
        map.forEach(this::put);
    }

    @Override
    public void remove(K key) {
        Map<K, V> map = load();
        map.remove(key);
        save(map);
    }

    @Override
    public boolean contains(K key) {
        return load().containsKey(key);
    }

    @Override
    public Iterable<Map.Entry<K, V>> entries() {
        return this::iterator;
    }

    @Override
    public Iterable<K> keys() {
        return () -> load().keySet().iterator();
    }

    @Override
    public Iterable<V> values() {
        return () -> load().values().iterator();
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
        Map<K, V> map = load();
        Iterator<Map.Entry<K, V>> loaded = map.entrySet().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return loaded.hasNext();
            }

            @Override
            public Map.Entry<K, V> next() {
                return new SavedEntry(loaded.next(), map);
            }

            @Override
            public void remove() {
                loaded.remove();
                save(map);
            }
        };
    }

    @Override
    public boolean isEmpty() {
        return place.get() == null;
    }

    @Override
    public void clear() {
        place.clear();
    }

    /** An entry whose change is saved. */
    private final class SavedEntry implements Map.Entry<K, V> {

        private final Map.Entry<K, V> entry;
        private final Map<K, V> map;

        SavedEntry(Map.Entry<K, V> entry, Map<K, V> map) {
            this.entry = entry;
            this.map = map;
        }

        @Override
        public K getKey() {
            return entry.getKey();
        }

        @Override
        public V getValue() {
            return entry.getValue();
        }

        @Override
        public V setValue(V value) {
            V previous = entry.setValue(value);
            save(map);
            return previous;
        }
    }
}
