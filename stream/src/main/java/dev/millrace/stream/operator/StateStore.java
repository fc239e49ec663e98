package dev.millrace.stream.operator;

import dev.millrace.core.state.AggregatingState;
import dev.millrace.core.state.AggregatingStateDescriptor;
import dev.millrace.core.state.KeyedStateStore;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ReducingState;
import dev.millrace.core.state.ReducingStateDescriptor;
import dev.millrace.core.state.State;
import dev.millrace.core.state.StateDescriptor;
import dev.millrace.core.state.StateHandles;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.time.Clock;
import dev.millrace.stream.ttl.ExpiringHandles;

/** State handles as user code asks for them. */
public final class StateStore implements KeyedStateStore {

    private final StateHandles handles;
    private final ExpiringHandles expiring;

    /**
     * @param clock by which values expire that live for a time
     */
    public StateStore(StateHandles handles, Clock clock) {
        this.handles = handles;
        this.expiring = new ExpiringHandles(handles, clock);
    }

    private static boolean expires(StateDescriptor<?, ?> descriptor) {
        return descriptor.getTtlConfig().isEnabled();
    }

    @Override
    public <T> ValueState<T> getState(ValueStateDescriptor<T> descriptor) {
        return expires(descriptor) ? expiring.value(descriptor) : handles.value(descriptor);
    }

    @Override
    public <T> ListState<T> getListState(ListStateDescriptor<T> descriptor) {
        return new UserList<>(expires(descriptor) ? expiring.list(descriptor) : handles.list(descriptor));
    }

    @Override
    public <T> ReducingState<T> getReducingState(ReducingStateDescriptor<T> descriptor) {
        return expires(descriptor) ? expiring.reducing(descriptor) : handles.reducing(descriptor);
    }

    @Override
    public <IN, ACC, OUT> AggregatingState<IN, OUT> getAggregatingState(
            AggregatingStateDescriptor<IN, ACC, OUT> descriptor) {
        return expires(descriptor) ? expiring.aggregating(descriptor) : handles.aggregating(descriptor);
    }

    @Override
    public <UK, UV> MapState<UK, UV> getMapState(MapStateDescriptor<UK, UV> descriptor) {
        return expires(descriptor) ? expiring.map(descriptor) : handles.map(descriptor);
    }

    /** The state of any descriptor. */
    @SuppressWarnings("unchecked") // a descriptor's kind decides its state
    public <S extends State> S get(StateDescriptor<S, ?> descriptor) {
        State state;
        if (descriptor instanceof ValueStateDescriptor<?> value) {
            state = getState(value);
        } else if (descriptor instanceof ListStateDescriptor<?> list) {
            state = getListState(list);
        } else if (descriptor instanceof ReducingStateDescriptor<?> reducing) {
            state = getReducingState(reducing);
        } else if (descriptor instanceof AggregatingStateDescriptor<?, ?, ?> aggregating) {
            state = getAggregatingState(aggregating);
        } else {
            state = getMapState((MapStateDescriptor<?, ?>) (StateDescriptor<?, ?>) descriptor);
        }
        return (S) state;
    }
}
