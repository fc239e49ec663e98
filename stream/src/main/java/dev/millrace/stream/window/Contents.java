package dev.millrace.stream.window;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.NamespacedState;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What the windows of an operator hold, for the selected key and namespace.
 *
 * @param <V> what the window function sees
 */
interface Contents<T, V, W extends Window> {

    /** Takes a value; false when there was something before, for certain. */
    boolean add(T value, long timestamp) throws Exception;

    /** What the function sees; null when there is nothing. */
    Iterable<V> values(W window) throws Exception;

    /** The function has seen the values. */
    default void afterCall(W window) throws Exception {}

    void clear();

    /** Moves the contents of some namespaces into another, and leaves that one selected. */
    void merge(Object into, List<Object> from) throws Exception;

    /** How contents are made for a state. */
    interface Factory<T, V, W extends Window> extends Serializable {
        Contents<T, V, W> create(OperatorContext context, NamespacedState<Object> state);
    }

    /** One value, into which others are reduced. */
    record Reduced<T, W extends Window>(
            ReduceFunction<T> function, NamespacedState<Object> state, ValueState<T> reduced)
            implements Contents<T, T, W> {

        static <T, W extends Window> Reduced<T, W> of(ReduceFunction<T> function, NamespacedState<Object> state) {
            return new Reduced<>(function, state, state.value(new ValueStateDescriptor<>("reduced")));
        }

        @Override
        public boolean add(T value, long timestamp) throws Exception {
            T before = reduced.value();
            reduced.update(before == null ? value : requireReduced(function.reduce(before, value)));
            return before == null;
        }

        @Override
        public Iterable<T> values(W window) throws Exception {
            T value = reduced.value();
            return value == null ? null : List.of(value);
        }

        @Override
        public void clear() {
            reduced.clear();
        }

        @Override
        public void merge(Object into, List<Object> from) throws Exception {
            state.use(into);
            T merged = reduced.value();
            for (Object namespace : from) {
                state.use(namespace);
                T part = reduced.value();
                reduced.clear();
                merged = merged == null || part == null
                        ? (merged == null ? part : merged)
                        : requireReduced(function.reduce(merged, part));
            }
            state.use(into);
            if (merged != null) {
                reduced.update(merged);
            }
        }
    }

    /** An accumulator, to which values are added. */
    record Aggregated<T, A, V, W extends Window>(
            AggregateFunction<T, A, V> function, NamespacedState<Object> state, ValueState<A> accumulator)
            implements Contents<T, V, W> {

        static <T, A, V, W extends Window> Aggregated<T, A, V, W> of(
                AggregateFunction<T, A, V> function, NamespacedState<Object> state) {
            return new Aggregated<>(function, state, state.value(new ValueStateDescriptor<>("accumulator")));
        }

        @Override
        public boolean add(T value, long timestamp) throws Exception {
            A before = accumulator.value();
            accumulator.update(
                    requireAccumulator(function.add(value, before == null ? function.createAccumulator() : before)));
            return before == null;
        }

        @Override
        public Iterable<V> values(W window) throws Exception {
            A now = accumulator.value();
            V result = now == null ? null : function.getResult(now);
            return result == null ? null : List.of(result);
        }

        @Override
        public void clear() {
            accumulator.clear();
        }

        @Override
        public void merge(Object into, List<Object> from) throws Exception {
            state.use(into);
            A merged = accumulator.value();
            for (Object namespace : from) {
                state.use(namespace);
                A part = accumulator.value();
                accumulator.clear();
                merged = merged == null || part == null
                        ? (merged == null ? part : merged)
                        : requireAccumulator(function.merge(merged, part));
            }
            state.use(into);
            if (merged != null) {
                accumulator.update(merged);
            }
        }
    }

    /** All values. */
    record Collected<T, W extends Window>(NamespacedState<Object> state, ListState<T> list)
            implements Contents<T, T, W> {

        static <T, W extends Window> Collected<T, W> of(NamespacedState<Object> state) {
            return new Collected<>(state, state.list(new ListStateDescriptor<>("collected")));
        }

        @Override
        public boolean add(T value, long timestamp) throws Exception {
            list.add(value);
            return true;
        }

        @Override
        public Iterable<T> values(W window) throws Exception {
            Iterable<T> values = list.get();
            return values == null || !values.iterator().hasNext() ? null : values;
        }

        @Override
        public void clear() {
            list.clear();
        }

        @Override
        public void merge(Object into, List<Object> from) throws Exception {
            moveAll(state, list, into, from);
        }
    }

    /** What a reduce function has answered, which must not be null. */
    static <T> T requireReduced(T value) {
        if (value == null) {
            throw new NullPointerException("the reduce function of a window answered null; it must answer a value");
        }
        return value;
    }

    /** What an aggregate function keeps, which must not be null. */
    static <A> A requireAccumulator(A accumulator) {
        if (accumulator == null) {
            throw new NullPointerException("the aggregate function of a window answered null as its accumulator;"
                    + " add and merge must answer an accumulator, only getResult may answer null");
        }
        return accumulator;
    }

    /** Moves the items of some namespaces to the end of the list of another, which stays selected. */
    static <T> void moveAll(NamespacedState<Object> state, ListState<T> list, Object into, List<Object> from)
            throws Exception {
        List<T> moved = new ArrayList<>();
        for (Object namespace : from) {
            state.use(namespace);
            Iterable<T> part = list.get();
            if (part != null) {
                part.forEach(moved::add);
            }
            list.clear();
        }
        state.use(into);
        if (!moved.isEmpty()) {
            list.addAll(moved);
        }
    }
}
