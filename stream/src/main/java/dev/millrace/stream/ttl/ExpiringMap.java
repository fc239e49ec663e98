package dev.millrace.stream.ttl;

import dev.millrace.core.state.MapState;
import dev.millrace.core.state.StateHandles;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A map whose entries live for a time, each for itself; their moments stand in a map beside it. */
final class ExpiringMap<K, V> implements MapState<K, V> {

    private final MapState<K, V> map;
    private final MapState<K, Long> moments;
    private final Lives lives;
    private final Sweep sweep;

    ExpiringMap(MapState<K, V> map, MapState<K, Long> moments, Lives lives, StateHandles handles, String name) {
        this.map = map;
        this.moments = moments;
        this.lives = lives;
        this.sweep = new Sweep(handles, name, lives.config().getIncrementalCleanupSize(), this::purge);
    }

    private long moment(K key) throws Exception {
        Long last = moments.get(key);
        return last == null ? Lives.UNKNOWN : last;
    }

    /** Takes away the entries that have expired. */
    private void purge() throws Exception {
        List<K> over = new ArrayList<>();
        for (K key : map.keys()) {
            if (lives.isOver(moment(key))) {
                over.add(key);
            }
        }
        for (K key : over) {
            remove(key);
        }
    }

    @Override
    public V get(K key) throws Exception {
        sweep.step();
        V value = map.get(key);
        if (isOver(key)) {
            remove(key);
            return lives.showsExpired() ? value : null;
        }
        return value;
    }

    /** Whether an entry that is being read has expired; one that has not begins its life anew if it is so set. */
    private boolean isOver(K key) throws Exception {
        long last = moment(key);
        if (lives.isOver(last)) {
            return true;
        }
        if (lives.beginsAnew(last) && map.contains(key)) {
            moments.put(key, lives.now());
        }
        return false;
    }

    @Override
    public void put(K key, V value) throws Exception {
        sweep.step();
        map.put(key, value);
        moments.put(key, lives.now());
    }

    @Override
    public void putAll(Map<K, V> more) throws Exception {
        for (Map.Entry<K, V> entry : more.entrySet()) {
            put(entry.getKey(), entry.getValue());
        }
    }

    @Override
    public void remove(K key) throws Exception {
        map.remove(key);
        moments.remove(key);
    }

    @Override
    public boolean contains(K key) throws Exception {
        sweep.step();
        boolean there = map.contains(key);
        if (isOver(key)) {
            remove(key);
            return there && lives.showsExpired();
        }
        return there;
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() throws Exception {
        sweep.step();
        if (!lives.showsExpired()) {
            purge();
        }
        List<K> keys = new ArrayList<>();
        map.keys().forEach(keys::add);
        Map<K, V> over = new LinkedHashMap<>();
        for (K key : keys) {
            if (isOver(key)) {
                over.put(key, map.get(key));
                remove(key);
            }
        }
        Iterator<Map.Entry<K, V>> alive = alive();
        return over.isEmpty() ? alive : new SeenOnce<>(over.entrySet().iterator(), alive);
    }

    private Iterator<Map.Entry<K, V>> alive() throws Exception {
        Iterator<Map.Entry<K, V>> entries = map.iterator();
        return new Iterator<>() {
            private K last;

            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Map.Entry<K, V> next() {
                Map.Entry<K, V> entry = entries.next();
                last = entry.getKey();
                return new Written(entry);
            }

            @Override
            public void remove() {
                entries.remove();
                try {
                    moments.remove(last);
                } catch (Exception e) {
                    throw new IllegalStateException("the moment of " + last + " could not be taken away", e);
                }
            }
        };
    }

    /** What has expired is seen once more, and is gone already; then what lives. */
    private static final class SeenOnce<E> implements Iterator<E> {
        private final Iterator<E> over;
        private final Iterator<E> alive;
        private boolean isAlive;

        SeenOnce(Iterator<E> over, Iterator<E> alive) {
            this.over = over;
            this.alive = alive;
        }

        @Override
        public boolean hasNext() {
            return over.hasNext() || alive.hasNext();
        }

        @Override
        public E next() {
            isAlive = !over.hasNext();
            return isAlive ? alive.next() : over.next();
        }

        @Override
        public void remove() {
            if (isAlive) {
                alive.remove();
            }
        }
    }

    /** An entry whose life begins anew when its value is set. */
    private final class Written implements Map.Entry<K, V> {

        private final Map.Entry<K, V> entry;

        Written(Map.Entry<K, V> entry) {
            this.entry = entry;
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
            try {
                moments.put(entry.getKey(), lives.now());
            } catch (Exception e) {
                throw new IllegalStateException("the moment of " + entry.getKey() + " could not be set", e);
            }
            return entry.setValue(value);
        }

        @Override
        public boolean equals(Object other) {
            return entry.equals(other);
        }

        @Override
        public int hashCode() {
            return entry.hashCode();
        }

        @Override
        public String toString() {
            return entry.toString();
        }
    }

    @Override
    public Iterable<Map.Entry<K, V>> entries() {
        return new Seen<>(entry -> entry);
    }

    @Override
    public Iterable<K> keys() {
        return new Seen<>(Map.Entry::getKey);
    }

    @Override
    public Iterable<V> values() {
        return new Seen<>(Map.Entry::getValue);
    }

    /** What user code sees of the entries; entries can be removed through it. */
    private final class Seen<R> extends AbstractCollection<R> {

        private final Function<Map.Entry<K, V>, R> form;

        Seen(Function<Map.Entry<K, V>, R> form) {
            this.form = form;
        }

        @Override
        public Iterator<R> iterator() {
            Iterator<Map.Entry<K, V>> entries;
            try {
                entries = ExpiringMap.this.iterator();
            } catch (Exception e) {
                throw new IllegalStateException("the entries of a map that expires could not be read", e);
            }
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return entries.hasNext();
                }

                @Override
                public R next() {
                    return form.apply(entries.next());
                }

                @Override
                public void remove() {
                    entries.remove();
                }
            };
        }

        @Override
        public int size() {
            int count = 0;
            for (Iterator<R> each = iterator(); each.hasNext(); each.next()) {
                count++;
            }
            return count;
        }
    }

    @Override
    public boolean isEmpty() throws Exception {
        return !iterator().hasNext();
    }

    @Override
    public void clear() {
        map.clear();
        moments.clear();
    }
}
