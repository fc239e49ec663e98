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

/** State handles as user code asks for them. */
public final class StateStore implements KeyedStateStore {

    private final StateHandles handles;

    public StateStore(StateHandles handles) {
        this.handles = handles;
    }

    @Override
    public <T> ValueState<T> getState(ValueStateDescriptor<T> descriptor) {
        return handles.value(descriptor);
    }

    @Override
    public <T> ListState<T> getListState(ListStateDescriptor<T> descriptor) {
        return new UserList<>(handles.list(descriptor));
    }

    @Override
    public <T> ReducingState<T> getReducingState(ReducingStateDescriptor<T> descriptor) {
        return handles.reducing(descriptor);
    }

    @Override
    public <IN, ACC, OUT> AggregatingState<IN, OUT> getAggregatingState(
            AggregatingStateDescriptor<IN, ACC, OUT> descriptor) {
        return handles.aggregating(descriptor);
    }

    @Override
    public <UK, UV> MapState<UK, UV> getMapState(MapStateDescriptor<UK, UV> descriptor) {
        return handles.map(descriptor);
    }

    /** The state of any descriptor. */
    @SuppressWarnings("unchecked") // a descriptor's kind decides its state
    public <S extends State> S get(StateDescriptor<S, ?> descriptor) {
        State state;
        if (descriptor instanceof ValueStateDescriptor<?> value) {
            state = handles.value(value);
        } else if (descriptor instanceof ListStateDescriptor<?> list) {
            state = getListState(list);
        } else if (descriptor instanceof ReducingStateDescriptor<?> reducing) {
            state = handles.reducing(reducing);
        } else if (descriptor instanceof AggregatingStateDescriptor<?, ?, ?> aggregating) {
            state = handles.aggregating(aggregating);
        } else {
            state = handles.map((MapStateDescriptor<?, ?>) (StateDescriptor<?, ?>) descriptor);
        }
        return (S) state;
    }
}
