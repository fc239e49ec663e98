package dev.millrace.state.naive;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.KeyLane;
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
import java.util.Iterator;

/** The selected key, and the states per key alone. */
final class NaiveState implements KeyedState {

    private final NaiveStore store;
    private final NaiveHandles<Void> handles;
    private KeyLane lane;
    private Object key;

    NaiveState(NaiveStore store) {
        this.store = store;
        this.handles = new NaiveHandles<>(store, "");
    }

    @Override
    public void enter(Batch batch) {
        lane = batch.keys();
        key = null;
    }

    @Override
    public void at(int row) {
        key = lane.key(row);
    }

    @Override
    public void useKey(Object selected) {
        store.types().hash(selected);
        key = selected;
    }

    @Override
    public void unselect() {
        key = null;
    }

    @Override
    public Object key() {
        if (key == null) {
            throw new IllegalStateException("no key is selected; call at(row) or useKey(key) first");
        }
        return key;
    }

    @Override
    public Iterator<Object> keysOf(String stateName) {
        return store.values().keySet().stream()
                .filter(address -> address.space().isEmpty() && address.state().equals(stateName))
                .map(address -> Coding.key(store.types(), address.key()))
                .toList()
                .iterator();
    }

    @Override
    public <N> NamespacedState<N> namespaced(String name) {
        return new NaiveHandles<>(store, name);
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
