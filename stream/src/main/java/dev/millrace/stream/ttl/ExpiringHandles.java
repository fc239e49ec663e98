package dev.millrace.stream.ttl;

import dev.millrace.core.state.AggregatingState;
import dev.millrace.core.state.AggregatingStateDescriptor;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.LongCell;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ReducingState;
import dev.millrace.core.state.ReducingStateDescriptor;
import dev.millrace.core.state.StateDescriptor;
import dev.millrace.core.state.StateHandles;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.time.Clock;

/** Makes handles of states whose descriptors say how long values live. */
public record ExpiringHandles(StateHandles handles, Clock clock) {

    /** Stands behind the name of a state in the name of that which keeps its moments. */
    private static final String MOMENTS = "/last-use";

    private Lives lives(StateDescriptor<?, ?> descriptor) {
        return new Lives(descriptor.getTtlConfig(), clock);
    }

    private LongCell lastUse(StateDescriptor<?, ?> descriptor) {
        return handles.longCell(descriptor.getName() + MOMENTS);
    }

    public <T> ValueState<T> value(ValueStateDescriptor<T> descriptor) {
        ExpiringValue<T> value = new ExpiringValue<>(handles.value(descriptor), lastUse(descriptor), lives(descriptor));
        value.moment().sweep(handles, descriptor.getName());
        return value;
    }

    public <T> ReducingState<T> reducing(ReducingStateDescriptor<T> descriptor) {
        ExpiringReducing<T> reducing =
                new ExpiringReducing<>(handles.reducing(descriptor), lastUse(descriptor), lives(descriptor));
        reducing.moment().sweep(handles, descriptor.getName());
        return reducing;
    }

    public <I, A, O> AggregatingState<I, O> aggregating(AggregatingStateDescriptor<I, A, O> descriptor) {
        ExpiringAggregating<I, O> aggregating =
                new ExpiringAggregating<>(handles.aggregating(descriptor), lastUse(descriptor), lives(descriptor));
        aggregating.moment().sweep(handles, descriptor.getName());
        return aggregating;
    }

    public <T> ListState<T> list(ListStateDescriptor<T> descriptor) {
        ListState<Long> moments = handles.list(new ListStateDescriptor<>(descriptor.getName() + MOMENTS));
        return new ExpiringList<>(handles.list(descriptor), moments, lives(descriptor), handles, descriptor.getName());
    }

    public <K, V> MapState<K, V> map(MapStateDescriptor<K, V> descriptor) {
        MapState<K, Long> moments =
                handles.map(new MapStateDescriptor<>(descriptor.getName() + MOMENTS, descriptor.getKeyType(), null));
        return new ExpiringMap<>(handles.map(descriptor), moments, lives(descriptor), handles, descriptor.getName());
    }
}
