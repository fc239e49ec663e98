package dev.millrace.state.heap;

import dev.millrace.core.state.AggregatingState;
import dev.millrace.core.state.AggregatingStateDescriptor;
import dev.millrace.core.state.DoubleCell;
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

/** The states per key and namespace of one name. */
final class HeapNamespaces<N> implements NamespacedState<N> {

    private final KeySpace space;
    private final Handles handles;

    HeapNamespaces(KeySpace space, Handles.Makers makers) {
        this.space = space;
        this.handles = new Handles(space, makers);
    }

    @Override
    public void use(N namespace) {
        space.useNamespace(namespace);
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
