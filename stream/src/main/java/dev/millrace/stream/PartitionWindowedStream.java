package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.MapPartitionFunction;
import dev.millrace.core.function.Order;
import dev.millrace.core.function.ReduceFunction;

/**
 * Whole partitions of a stream that ends: all records of an instance, or of a key. What becomes of them is emitted when
 * the data has ended; until then they are kept.
 */
@ModelApi
public interface PartitionWindowedStream<T> {

    /** Hands all records of a partition to a function. */
    <R> SingleOutputStreamOperator<R> mapPartition(MapPartitionFunction<T, R> mapPartitionFunction);

    /** The records of each partition, sorted by the field at a position, from 0. */
    SingleOutputStreamOperator<T> sortPartition(int field, Order order);

    /** The records of each partition, sorted by the field of a name. */
    SingleOutputStreamOperator<T> sortPartition(String field, Order order);

    /** The records of each partition, sorted by a key, which is Comparable or a tuple of such. */
    <K> SingleOutputStreamOperator<T> sortPartition(KeySelector<T, K> keySelector, Order order);

    /** Reduces the records of each partition; a partition without records gives nothing. */
    SingleOutputStreamOperator<T> reduce(ReduceFunction<T> reduceFunction);

    /** Aggregates the records of each partition; an instance without records gives the result of an empty accumulator. */
    <ACC, R> SingleOutputStreamOperator<R> aggregate(AggregateFunction<T, ACC, R> aggregateFunction);
}
