package dev.millrace.state.heap;

import dev.millrace.core.state.MapState;
import java.util.AbstractCollection;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;

/** A map per key; entries come in the order in which they were put. */
final class HeapMapState<K, V> implements MapState<K, V> {

    private final Cell cell;
    private final Values keys;
    private final EntryIdentity identity;

    HeapMapState(Cell cell, Values keys, Handles.Makers makers) {
        this.cell = cell;
        this.keys = keys;
        this.identity = new EntryIdentity(makers.types());
    }

    EntryIdentity identity() {
        return identity;
    }

    private MapColumn maps() {
        return (MapColumn) cell.column();
    }

    /** The maps of what is selected if its map has entries, else null. */
    private MapColumn filled() {
        MapColumn maps = maps();
        return maps != null && maps.has(cell.row()) ? maps : null;
    }

    @Override
    @SuppressWarnings("unchecked") // only values of the state's type are put
    public V get(K key) {
        MapColumn maps = filled();
        int entry = maps == null ? Table.ABSENT : maps.find(cell.row(), key);
        return entry < 0 ? null : (V) NullValue.unwrap(maps.values().handOut(entry));
    }

    @Override
    public void put(K key, V value) {
        keys.immutable(key);
        Object own = NullValue.wrap(value);
        MapColumn maps = filled();
        int entry = maps == null ? Table.ABSENT : maps.find(cell.row(), key);
        if (entry >= 0) {
            setValue(maps, entry, own);
        } else {
            Object copy = cell.values().copy(own);
            cell.maps(identity).put(cell.row(), key, copy, cell.values());
        }
    }

    private void setValue(MapColumn maps, int entry, Object value) {
        boolean present = maps.values() instanceof ObjectColumn objects && objects.get(entry) == value;
        maps.setValue(entry, present ? value : cell.values().copy(value), cell.values());
    }

    @Override
    public void putAll(Map<K, V> map) {
        map.forEach(this::put);
    }

    @Override
    public void remove(K key) {
        MapColumn maps = filled();
        int entry = maps == null ? Table.ABSENT : maps.find(cell.row(), key);
        if (entry >= 0) {
            maps.remove(cell.row(), entry);
            cell.cleared();
        }
    }

    @Override
    public boolean contains(K key) {
        MapColumn maps = filled();
        return maps != null && maps.find(cell.row(), key) >= 0;
    }

    @Override
    public boolean isEmpty() {
        return filled() == null;
    }

    @Override
    public Iterable<Map.Entry<K, V>> entries() {
        return set(MapEntry::new);
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
        return walk(MapEntry::new);
    }

    @Override
    public Iterable<K> keys() {
        return set(this::key);
    }

    @Override
    public Iterable<V> values() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<V> iterator() {
                return walk(HeapMapState.this::value);
            }

            @Override
            public int size() {
                return count();
            }
        };
    }

    /** What user code sees of the entries: it changes with the map, and prints and compares as sets do. */
    private <R> Set<R> set(IntFunction<R> form) {
        return new AbstractSet<>() {
            @Override
            public Iterator<R> iterator() {
                return walk(form);
            }

            @Override
            public int size() {
                return count();
            }
        };
    }

    private int count() {
        int count = 0;
        for (Iterator<Integer> entries = walk(entry -> entry); entries.hasNext(); entries.next()) {
            count++;
        }
        return count;
    }

    private <R> Iterator<R> walk(IntFunction<R> form) {
        MapColumn maps = filled();
        if (maps == null) {
            return new MapWalk<>(null, Table.ABSENT, form, () -> {});
        }
        return new MapWalk<>(maps, cell.row(), form, cell::cleared);
    }

    @SuppressWarnings("unchecked") // only keys of the state's type are put
    private K key(int entry) {
        return (K) cell.values().types().copy(maps().userKey(entry));
    }

    @SuppressWarnings("unchecked") // only values of the state's type are put
    private V value(int entry) {
        return (V) NullValue.unwrap(maps().values().handOut(entry));
    }

    @Override
    public void clear() {
        cell.clear();
    }

    /** An entry as user code sees it, while its key is selected. */
    private final class MapEntry implements Map.Entry<K, V> {

        private final int entry;
        private final K key;
        private V value;

        MapEntry(int entry) {
            this.entry = entry;
            this.key = HeapMapState.this.key(entry);
            this.value = HeapMapState.this.value(entry);
        }

        @Override
        public K getKey() {
            return key;
        }

        @Override
        public V getValue() {
            return value;
        }

        @Override
        public V setValue(V next) {
            V previous = value;
            HeapMapState.this.setValue(maps(), entry, NullValue.wrap(next));
            value = next;
            return previous;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Map.Entry<?, ?> that
                    && Objects.equals(key, that.getKey())
                    && Objects.equals(value, that.getValue());
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(key) ^ java.util.Objects.hashCode(value);
        }

        @Override
        public String toString() {
            return key + "=" + value;
        }
    }
}
