package dev.millrace.state.heap;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.KeyLane;
import dev.millrace.core.element.LongKeys;
import dev.millrace.core.element.ObjectKeys;
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
import dev.millrace.core.type.TypeSystem;
import java.util.Iterator;
import java.util.List;

/** The keyed state of an operator instance; the states per key alone are its own, those of namespaces stand beside. */
final class HeapState implements KeyedState {

    private final TypeSystem types;
    private final Selection selection;
    private final Spaces spaces;
    private final KeySpace plain;
    private final List<KeySpace> namespaced;
    private final Handles handles;
    private final BatchRows rows;

    HeapState(TypeSystem types, Selection selection, Spaces spaces, Handles.Makers makers, GroupLookup groups) {
        this.types = types;
        this.selection = selection;
        this.spaces = spaces;
        this.plain = spaces.plain();
        this.namespaced = spaces.namespaced();
        this.handles = new Handles(plain, makers);
        this.rows = new BatchRows(plain, groups);
    }

    @Override
    public void enter(Batch batch) {
        KeyLane lane = batch.keys();
        begin(lane);
        if (lane instanceof LongKeys longs) {
            rows.find(longs, batch.size());
        } else if (lane instanceof ObjectKeys objects) {
            rows.find(objects, batch.size());
        } else {
            throw new IllegalArgumentException("A batch without keys was entered into keyed state: " + batch);
        }
    }

    @Override
    public long place() {
        return rows.place();
    }

    @Override
    public void enter(Batch batch, long[] places) {
        begin(batch.keys());
        rows.know(batch.keys(), places, batch.size());
    }

    private void begin(KeyLane lane) {
        selection.enter(lane);
        plain.sweep();
        plain.unselect();
        for (int i = 0; i < namespaced.size(); i++) {
            namespaced.get(i).sweep();
            namespaced.get(i).unselect();
        }
    }

    @Override
    public void at(int row) {
        selection.at(row);
        rows.select(row);
        for (int i = 0; i < namespaced.size(); i++) {
            namespaced.get(i).unselect();
        }
    }

    @Override
    public void useKey(Object key) {
        selection.use(key, types.hash(key));
        plain.sweepIfMany();
        plain.unselect();
        for (int i = 0; i < namespaced.size(); i++) {
            namespaced.get(i).unselect();
        }
    }

    @Override
    public void unselect() {
        selection.unselect();
        plain.unselect();
        for (int i = 0; i < namespaced.size(); i++) {
            namespaced.get(i).unselect();
        }
    }

    @Override
    public Object key() {
        return selection.key();
    }

    @Override
    public void usedBy(Class<?> operator) {
        handles.makers().usedBy(operator);
    }

    @Override
    public Iterator<Object> keysOf(String stateName) {
        return plain.keysOf(stateName);
    }

    @Override
    public <N> NamespacedState<N> namespaced(String name) {
        return new HeapNamespaces<>(spaces.namespaced(name), handles.makers());
    }

    @Override
    public <T> ValueState<T> value(ValueStateDescriptor<T> descriptor) {
        return handles.value(descriptor);
    }

    @Override
    public <T> ListState<T> list(ListStateDescriptor<T> descriptor) {
        return handles.list(descriptor);
    }

    @Override
    public <K, V> MapState<K, V> map(MapStateDescriptor<K, V> descriptor) {
        return handles.map(descriptor);
    }

    @Override
    public <T> ReducingState<T> reducing(ReducingStateDescriptor<T> descriptor) {
        return handles.reducing(descriptor);
    }

    @Override
    public <I, A, O> AggregatingState<I, O> aggregating(AggregatingStateDescriptor<I, A, O> descriptor) {
        return handles.aggregating(descriptor);
    }

    @Override
    public LongCell longCell(String name) {
        return handles.longCell(name);
    }

    @Override
    public DoubleCell doubleCell(String name) {
        return handles.doubleCell(name);
    }
}
