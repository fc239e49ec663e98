package dev.millrace.stream;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.MapPartitionFunction;
import dev.millrace.core.function.Order;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.stream.field.FieldKeys;
import dev.millrace.stream.field.FieldPath;
import dev.millrace.stream.partition.Partitions;
import dev.millrace.stream.partition.SortKey;

/** The partitions of a stream without keys: each instance has one. */
record InstancePartitions<T>(DataStream<T> input) implements PartitionWindowedStream<T> {

    private <R> SingleOutputStreamOperator<R> then(
            String name, OperatorFactory<?, ?> factory, TypeInformation<R> type) {
        SingleOutputStreamOperator<R> results = input.then("partition " + name, name, factory, type);
        results.step().stateful();
        return results;
    }

    @Override
    public <R> SingleOutputStreamOperator<R> mapPartition(MapPartitionFunction<T, R> mapPartitionFunction) {
        return then("MapPartition", Partitions.map(input.clean(mapPartitionFunction)), null);
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
    public <K> SingleOutputStreamOperator<T> sortPartition(KeySelector<T, K> keySelector, Order order) {
        return sort(input.clean(keySelector), order);
    }

    private SingleOutputStreamOperator<T> sort(KeySelector<T, ?> key, Order order) {
        return then("SortPartition", Partitions.map(Partitions.sort(new SortKey<>(key, order))), input.declaredType());
    }

    @Override
    public SingleOutputStreamOperator<T> reduce(ReduceFunction<T> reduceFunction) {
        return then("PartitionReduce", Partitions.reduce(input.clean(reduceFunction)), input.declaredType());
    }

    @Override
    public <ACC, R> SingleOutputStreamOperator<R> aggregate(AggregateFunction<T, ACC, R> aggregateFunction) {
        return then("PartitionAggregate", Partitions.aggregate(input.clean(aggregateFunction)), null);
    }
}
