package dev.millrace.stream.window;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.operator.OperatorFactory;
import java.util.List;

/** Makes the factories of this room's operator. Functions are serialized with them. */
public final class WindowOperators {

    private WindowOperators() {}

    /** Windows that hold one value, into which others are reduced. */
    public static <T, OUT, K, W extends Window> OperatorFactory<T, OUT> reduce(
            WindowSpec<T, W> spec, ReduceFunction<T> reduce, WindowCall<T, OUT, K, W> call) {
        if (spec.evictor() != null) {
            return evicting(spec, call, values -> reduced(reduce, values));
        }
        if (spec.slicing() != null || spec.sessionGap() != null) {
            return totalled(spec, new Combine.Reducing<>(reduce), call, true);
        }
        return () -> new WindowOperator<>(spec, (context, state) -> Contents.Reduced.of(reduce, state), call);
    }

    private static <T> Iterable<T> reduced(ReduceFunction<T> reduce, List<T> values) throws Exception {
        T result = null;
        for (T value : values) {
            result = result == null ? value : reduce.reduce(result, value);
        }
        return result == null ? List.of() : List.of(result);
    }

    /** Windows that hold an accumulator. */
    public static <T, A, V, OUT, K, W extends Window> OperatorFactory<T, OUT> aggregate(
            WindowSpec<T, W> spec, AggregateFunction<T, A, V> aggregate, WindowCall<V, OUT, K, W> call) {
        if (spec.evictor() != null) {
            return evicting(spec, call, values -> aggregated(aggregate, values));
        }
        boolean merges = Mergeable.is(aggregate);
        boolean slices = spec.slicing() != null && (merges || spec.slicing().slicesPerWindow() == 1);
        if (slices || spec.sessionGap() != null) {
            return totalled(spec, new Combine.Aggregating<>(aggregate), call, merges);
        }
        return () -> new WindowOperator<>(spec, (context, state) -> Contents.Aggregated.of(aggregate, state), call);
    }

    private static <T, A, V> Iterable<V> aggregated(AggregateFunction<T, A, V> aggregate, List<T> values) {
        A accumulator = aggregate.createAccumulator();
        for (T value : values) {
            accumulator = aggregate.add(value, accumulator);
        }
        V result = aggregate.getResult(accumulator);
        return result == null ? List.of() : List.of(result);
    }

    /** What has slices, or is a session, is a window of time, though its type does not say so. */
    @SuppressWarnings("unchecked")
    private static <T, A, V, OUT, K, W extends Window> OperatorFactory<T, OUT> totalled(
            WindowSpec<T, W> spec, Combine<T, A, V> combine, WindowCall<V, OUT, K, W> call, boolean merges) {
        WindowSpec<T, TimeWindow> timeSpec = (WindowSpec<T, TimeWindow>) spec;
        WindowCall<V, OUT, K, TimeWindow> timeCall = (WindowCall<V, OUT, K, TimeWindow>) call;
        return (OperatorFactory<T, OUT>) (OperatorFactory<?, OUT>) new Totalled<>(timeSpec, combine, timeCall, merges);
    }

    /** What keeps records shows them, so its results are not those that a window function sees. */
    @SuppressWarnings("unchecked")
    private static <T, OUT, K, W extends Window> OperatorFactory<T, OUT> collected(
            WindowSpec<T, W> spec, WindowCall<T, OUT, K, W> call) {
        return totalled(
                spec,
                new Combine.Collecting<>(),
                (WindowCall<Object, OUT, K, W>) (WindowCall<?, OUT, K, W>) call,
                false);
    }

    /** Windows that hold all their records. */
    public static <T, OUT, K, W extends Window> OperatorFactory<T, OUT> collect(
            WindowSpec<T, W> spec, WindowCall<T, OUT, K, W> call) {
        if (spec.evictor() != null) {
            return evicting(spec, call, values -> values);
        }
        if (spec.slicing() != null && spec.slicing().slicesPerWindow() == 1 && spec.firesOnce()) {
            return collected(spec, call);
        }
        return () -> new WindowOperator<>(spec, (context, state) -> Contents.Collected.of(state), call);
    }

    private static <T, V, OUT, K, W extends Window> OperatorFactory<T, OUT> evicting(
            WindowSpec<T, W> spec, WindowCall<V, OUT, K, W> call, EvictedContents.Fold<T, V> fold) {
        return () -> new WindowOperator<>(
                spec, (context, state) -> new EvictedContents<>(spec.evictor(), fold, context, state), call);
    }
}
