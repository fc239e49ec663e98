package dev.millrace.stream.window;

import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.NamespacedState;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** All values with their timestamps, of which an evictor takes some out before or after the function sees them. */
final class EvictedContents<T, V, W extends Window> implements Contents<T, V, W> {

    /** What the window function sees of the values that are left. */
    interface Fold<T, V> extends Serializable {
        Iterable<V> of(List<T> values) throws Exception;
    }

    private final Evictor<Object, W> evictor;
    private final Fold<T, V> fold;
    private final NamespacedState<Object> state;
    private final ListState<TimestampedValue<T>> list;
    private final Evictor.EvictorContext context;
    private List<TimestampedValue<Object>> current = List.of();

    @SuppressWarnings("unchecked") // an evictor that takes supertypes takes these values and windows
    EvictedContents(
            Evictor<? super T, ? super W> evictor,
            Fold<T, V> fold,
            OperatorContext context,
            NamespacedState<Object> state) {
        this.evictor = (Evictor<Object, W>) evictor;
        this.fold = fold;
        this.state = state;
        this.list = state.list(new ListStateDescriptor<>("timestamped"));
        this.context = new Shown(context);
    }

    @Override
    public boolean add(T value, long timestamp) throws Exception {
        list.add(new TimestampedValue<>(value, timestamp));
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // evictors look at values without knowing their type
    public Iterable<V> values(W window) throws Exception {
        current = new ArrayList<>();
        Iterable<TimestampedValue<T>> kept = list.get();
        if (kept != null) {
            kept.forEach(value -> current.add((TimestampedValue<Object>) (TimestampedValue<?>) value));
        }
        if (current.isEmpty()) {
            return null;
        }
        evictor.evictBefore(current, current.size(), window, context);
        List<T> values = new ArrayList<>(current.size());
        current.forEach(value -> values.add((T) value.getValue()));
        return fold.of(values);
    }

    @Override
    @SuppressWarnings("unchecked") // what is left came from this very list
    public void afterCall(W window) throws Exception {
        evictor.evictAfter(current, current.size(), window, context);
        if (current.isEmpty()) {
            list.clear();
        } else {
            list.update((List<TimestampedValue<T>>) (List<?>) current);
        }
    }

    @Override
    public void clear() {
        list.clear();
    }

    @Override
    public void merge(Object into, List<Object> from) throws Exception {
        Contents.moveAll(state, list, into, from);
    }

    private record Shown(OperatorContext operator) implements Evictor.EvictorContext {

        @Override
        public long getCurrentProcessingTime() {
            return operator.clock().millis();
        }

        @Override
        public MetricGroup getMetricGroup() {
            return operator.metrics();
        }

        @Override
        public long getCurrentWatermark() {
            return operator.timers().currentWatermark();
        }
    }
}
