package dev.millrace.stream.window;

import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Timers;
import dev.millrace.core.state.AggregatingState;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.MergingState;
import dev.millrace.core.state.NamespacedState;
import dev.millrace.core.state.State;
import dev.millrace.core.state.StateDescriptor;
import dev.millrace.core.time.Timer;
import dev.millrace.stream.operator.StateStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A trigger's view of one window of the selected key: its timers, its state, and what merged into it. */
final class WindowTimers<W extends Window> implements Trigger.OnMergeContext {

    private final OperatorContext context;
    private final Timers timers;
    private final NamespacedState<Object> namespaces;
    private final StateStore store;
    private final Map<StateDescriptor<?, ?>, State> handles = new HashMap<>();
    private Object name;
    private List<Object> merged = List.of();

    WindowTimers(OperatorContext context) {
        this.context = context;
        this.timers = context.timers();
        this.namespaces = context.state().namespaced("trigger");
        this.store = new StateStore(namespaces, context.clock());
    }

    /** Shows a window. */
    WindowTimers<W> of(Object newName) {
        name = newName;
        merged = List.of();
        namespaces.use(newName);
        return this;
    }

    /** Shows a window that others have become. */
    WindowTimers<W> of(Object newName, List<Object> former) {
        of(newName);
        merged = former;
        return this;
    }

    void register(Timer.Domain domain, long time) {
        timers.register(domain, name, time);
    }

    void delete(Timer.Domain domain, long time) {
        timers.delete(domain, name, time);
    }

    @Override
    public long getCurrentProcessingTime() {
        return context.clock().millis();
    }

    @Override
    public long getCurrentWatermark() {
        return timers.currentWatermark();
    }

    @Override
    public MetricGroup getMetricGroup() {
        return context.metrics();
    }

    @Override
    public void registerProcessingTimeTimer(long time) {
        if (!timers.isAtEndOfKey()) {
            register(Timer.Domain.PROCESSING_TIME, time);
        }
    }

    @Override
    public void registerEventTimeTimer(long time) {
        register(Timer.Domain.EVENT_TIME, time);
    }

    @Override
    public void deleteProcessingTimeTimer(long time) {
        delete(Timer.Domain.PROCESSING_TIME, time);
    }

    @Override
    public void deleteEventTimeTimer(long time) {
        delete(Timer.Domain.EVENT_TIME, time);
    }

    @Override
    @SuppressWarnings("unchecked") // a descriptor's kind decides its state
    public <S extends State> S getPartitionedState(StateDescriptor<S, ?> descriptor) {
        return (S) handles.computeIfAbsent(descriptor, store::get);
    }

    @Override
    public <S extends MergingState<?, ?>> void mergePartitionedState(StateDescriptor<S, ?> descriptor) {
        try {
            move(getPartitionedState(descriptor), descriptor);
        } catch (Exception e) {
            throw new IllegalStateException("the trigger state " + descriptor + " could not be merged", e);
        }
    }

    @SuppressWarnings("unchecked") // what was read from a state is put back into the same state
    private <S extends MergingState<?, ?>> void move(S state, StateDescriptor<S, ?> descriptor) throws Exception {
        if (state instanceof AggregatingState<?, ?>) {
            throw new UnsupportedOperationException("the aggregating state " + descriptor
                    + " of a trigger cannot be merged; use a reducing or list state");
        }
        List<Object> moved = new ArrayList<>();
        for (Object namespace : merged) {
            namespaces.use(namespace);
            Object part = state.get();
            if (part instanceof Iterable<?> items && state instanceof ListState<?>) {
                items.forEach(moved::add);
            } else if (part != null) {
                moved.add(part);
            }
            state.clear();
        }
        namespaces.use(name);
        for (Object part : moved) {
            ((MergingState<Object, Object>) state).add(part);
        }
    }
}
