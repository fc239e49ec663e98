package dev.millrace.stream.trial;

import dev.millrace.core.element.Batch;
import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.state.AggregatingState;
import dev.millrace.core.state.AggregatingStateDescriptor;
import dev.millrace.core.state.DoubleCell;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.LongCell;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.NamespacedState;
import dev.millrace.core.state.ReducingState;
import dev.millrace.core.state.ReducingStateDescriptor;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keyed state in hash maps. Keys and namespaces are compared with {@code equals}. */
final class TrialState implements KeyedState {

    private record Place(Object key, String space, Object namespace, String state) {}

    private final Map<Place, Object> values = new HashMap<>();
    private final Map<String, Object> selected = new HashMap<>();
    private Batch entered;
    private Object key;

    @Override
    public void enter(Batch batch) {
        entered = batch;
    }

    @Override
    public void at(int row) {
        key = entered.keys().key(row);
    }

    @Override
    public void useKey(Object newKey) {
        key = newKey;
    }

    @Override
    public void unselect() {
        key = null;
    }

    @Override
    public Object key() {
        return key;
    }

    @Override
    public Iterator<Object> keysOf(String stateName) {
        return values.keySet().stream()
                .filter(place -> place.space().isEmpty() && place.state().equals(stateName))
                .map(Place::key)
                .toList()
                .iterator();
    }

    int size() {
        return values.size();
    }

    @Override
    public <N> NamespacedState<N> namespaced(String name) {
        return new Namespaced<>(name);
    }

    private Object get(String space, String state) {
        return values.get(new Place(key, space, selected.get(space), state));
    }

    private void set(String space, String state, Object value) {
        Place place = new Place(key, space, selected.get(space), state);
        if (value == null) {
            values.remove(place);
        } else {
            values.put(place, value);
        }
    }

    @Override
    public <T> ValueState<T> value(ValueStateDescriptor<T> descriptor) {
        return new Value<>("", descriptor);
    }

    @Override
    public <T> ListState<T> list(ListStateDescriptor<T> descriptor) {
        return new Items<>("", descriptor.getName());
    }

    @Override
    public <K, V> MapState<K, V> map(MapStateDescriptor<K, V> descriptor) {
        return new Entries<>("", descriptor.getName());
    }

    @Override
    public <T> ReducingState<T> reducing(ReducingStateDescriptor<T> descriptor) {
        return new Reduced<>("", descriptor);
    }

    @Override
    public <I, A, O> AggregatingState<I, O> aggregating(AggregatingStateDescriptor<I, A, O> descriptor) {
        return new Aggregated<>("", descriptor);
    }

    @Override
    public LongCell longCell(String name) {
        return new Longs("", name);
    }

    @Override
    public DoubleCell doubleCell(String name) {
        throw new UnsupportedOperationException("trials have no cells");
    }

    private final class Namespaced<N> implements NamespacedState<N> {

        private final String space;

        Namespaced(String space) {
            this.space = space;
        }

        @Override
        public void use(N namespace) {
            selected.put(space, namespace);
        }

        @Override
        public <T> ValueState<T> value(ValueStateDescriptor<T> descriptor) {
            return new Value<>(space, descriptor);
        }

        @Override
        public <T> ListState<T> list(ListStateDescriptor<T> descriptor) {
            return new Items<>(space, descriptor.getName());
        }

        @Override
        public <K, V> MapState<K, V> map(MapStateDescriptor<K, V> descriptor) {
            return new Entries<>(space, descriptor.getName());
        }

        @Override
        public <T> ReducingState<T> reducing(ReducingStateDescriptor<T> descriptor) {
            return new Reduced<>(space, descriptor);
        }

        @Override
        public <I, A, O> AggregatingState<I, O> aggregating(AggregatingStateDescriptor<I, A, O> descriptor) {
            return new Aggregated<>(space, descriptor);
        }

        @Override
        public LongCell longCell(String name) {
            return new Longs(space, name);
        }

        @Override
        public DoubleCell doubleCell(String name) {
            throw new UnsupportedOperationException("trials have no cells");
        }
    }

    private final class Longs implements LongCell {

        private final String space;
        private final String name;

        Longs(String space, String name) {
            this.space = space;
            this.name = name;
        }

        @Override
        public long get(long absent) {
            return TrialState.this.get(space, name) instanceof Long value ? value : absent;
        }

        @Override
        public void set(long value) {
            TrialState.this.set(space, name, value);
        }

        @Override
        public void clear() {
            TrialState.this.set(space, name, null);
        }
    }

    @SuppressWarnings("unchecked") // a place holds what its own handle put there
    private final class Value<T> implements ValueState<T> {

        private final String space;
        private final ValueStateDescriptor<T> descriptor;

        Value(String space, ValueStateDescriptor<T> descriptor) {
            this.space = space;
            this.descriptor = descriptor;
        }

        @Override
        public T value() {
            T value = (T) get(space, descriptor.getName());
            return value == null ? descriptor.getDefaultValue() : value;
        }

        @Override
        public void update(T value) {
            set(space, descriptor.getName(), value);
        }

        @Override
        public void clear() {
            update(null);
        }
    }

    @SuppressWarnings("unchecked") // a place holds what its own handle put there
    private final class Items<T> implements ListState<T> {

        private final String space;
        private final String name;

        Items(String space, String name) {
            this.space = space;
            this.name = name;
        }

        @Override
        public Iterable<T> get() {
            List<T> items = (List<T>) TrialState.this.get(space, name);
            return items == null ? List.of() : items;
        }

        @Override
        public void add(T value) {
            addAll(List.of(value));
        }

        @Override
        public void addAll(List<T> more) {
            List<T> items = new ArrayList<>();
            get().forEach(items::add);
            items.addAll(more);
            set(space, name, items);
        }

        @Override
        public void update(List<T> items) {
            set(space, name, items.isEmpty() ? null : new ArrayList<>(items));
        }

        @Override
        public void clear() {
            set(space, name, null);
        }
    }

    @SuppressWarnings("unchecked") // a place holds what its own handle put there
    private final class Entries<K, V> implements MapState<K, V> {

        private final String space;
        private final String name;

        Entries(String space, String name) {
            this.space = space;
            this.name = name;
        }

        private Map<K, V> map() {
            Map<K, V> map = (Map<K, V>) TrialState.this.get(space, name);
            return map == null ? new LinkedHashMap<>() : new LinkedHashMap<>(map);
        }

        @Override
        public V get(K userKey) {
            return map().get(userKey);
        }

        @Override
        public void put(K userKey, V value) {
            putAll(Map.of(userKey, value));
        }

        @Override
        public void putAll(Map<K, V> more) {
            Map<K, V> map = map();
            map.putAll(more);
            set(space, name, map);
        }

        @Override
        public void remove(K userKey) {
            Map<K, V> map = map();
            map.remove(userKey);
            set(space, name, map.isEmpty() ? null : map);
        }

        @Override
        public boolean contains(K userKey) {
            return map().containsKey(userKey);
        }

        @Override
        public Iterable<Map.Entry<K, V>> entries() {
            return map().entrySet();
        }

        @Override
        public Iterable<K> keys() {
            return map().keySet();
        }

        @Override
        public Iterable<V> values() {
            return map().values();
        }

        @Override
        public Iterator<Map.Entry<K, V>> iterator() {
            return map().entrySet().iterator();
        }

        @Override
        public boolean isEmpty() {
            return map().isEmpty();
        }

        @Override
        public void clear() {
            set(space, name, null);
        }
    }

    @SuppressWarnings("unchecked") // a place holds what its own handle put there
    private final class Reduced<T> implements ReducingState<T> {

        private final String space;
        private final ReducingStateDescriptor<T> descriptor;

        Reduced(String space, ReducingStateDescriptor<T> descriptor) {
            this.space = space;
            this.descriptor = descriptor;
        }

        @Override
        public T get() {
            return (T) TrialState.this.get(space, descriptor.getName());
        }

        @Override
        public void add(T value) throws Exception {
            T before = get();
            T after = before == null ? value : descriptor.getReduceFunction().reduce(before, value);
            set(space, descriptor.getName(), after);
        }

        @Override
        public void clear() {
            set(space, descriptor.getName(), null);
        }
    }

    @SuppressWarnings("unchecked") // a place holds what its own handle put there
    private final class Aggregated<I, A, O> implements AggregatingState<I, O> {

        private final String space;
        private final AggregatingStateDescriptor<I, A, O> descriptor;

        Aggregated(String space, AggregatingStateDescriptor<I, A, O> descriptor) {
            this.space = space;
            this.descriptor = descriptor;
        }

        @Override
        public O get() {
            A accumulator = (A) TrialState.this.get(space, descriptor.getName());
            return accumulator == null
                    ? null
                    : descriptor.getAggregateFunction().getResult(accumulator);
        }

        @Override
        public void add(I value) {
            A before = (A) TrialState.this.get(space, descriptor.getName());
            AggregateFunction<I, A, O> function = descriptor.getAggregateFunction();
            set(
                    space,
                    descriptor.getName(),
                    function.add(value, before == null ? function.createAccumulator() : before));
        }

        @Override
        public void clear() {
            set(space, descriptor.getName(), null);
        }
    }
}
