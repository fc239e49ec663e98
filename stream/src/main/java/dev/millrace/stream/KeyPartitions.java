package dev.millrace.stream;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.MapPartitionFunction;
import dev.millrace.core.function.Order;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.stream.field.FieldKeys;
import dev.millrace.stream.field.FieldPath;
import dev.millrace.stream.partition.Partitions;
import dev.millrace.stream.partition.SortKey;
import dev.millrace.stream.window.GlobalWindow;
import dev.millrace.stream.window.GlobalWindows;
import dev.millrace.stream.window.WindowCall;
import dev.millrace.stream.window.WindowOperators;
import dev.millrace.stream.window.WindowSpec;

/** The partitions of a keyed stream: each key has one, a window that fires at the end of time. */
record KeyPartitions<T, K>(KeyedStream<T, K> input) implements PartitionWindowedStream<T> {

    private WindowedStream<T, K, GlobalWindow> windows() {
        return input.window(GlobalWindows.createWithEndOfStreamTrigger());
    }

    private <R> SingleOutputStreamOperator<R> all(
            String name, MapPartitionFunction<T, R> function, TypeInformation<R> type) {
        WindowSpec<T, GlobalWindow> spec = WindowSpec.of(GlobalWindows.createWithEndOfStreamTrigger());
        WindowCall<T, R, K, GlobalWindow> call =
                WindowCall.of(function, (key, window, values, out) -> function.mapPartition(values, out));
        return input.then("keyed partition " + name, name, WindowOperators.collect(spec, call), type);
    }

    @Override
    public <R> SingleOutputStreamOperator<R> mapPartition(MapPartitionFunction<T, R> mapPartitionFunction) {
        return all("MapPartition", input.clean(mapPartitionFunction), null);
    }

    @Override
    public SingleOutputStreamOperator<T> sortPartition(int field, Order order) {
        return sort(FieldKeys.single(FieldPath.of(field)), order);
    }

    @Override
    public SingleOutputStreamOperator<T> sortPartition(String field, Order order) {
        return sort(FieldKeys.single(FieldPath.of(field)), order);
    }

    @Override
    public <S> SingleOutputStreamOperator<T> sortPartition(KeySelector<T, S> keySelector, Order order) {
        return sort(input.clean(keySelector), order);
    }

    private SingleOutputStreamOperator<T> sort(KeySelector<T, ?> by, Order order) {
        return all("SortPartition", Partitions.sort(new SortKey<>(by, order)), input.declaredType());
    }

    @Override
    public SingleOutputStreamOperator<T> reduce(ReduceFunction<T> reduceFunction) {
        return windows().reduce(reduceFunction);
    }

    @Override
    public <ACC, R> SingleOutputStreamOperator<R> aggregate(AggregateFunction<T, ACC, R> aggregateFunction) {
        return windows().aggregate(aggregateFunction);
    }
}
