package dev.millrace.stream.partition;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.MapPartitionFunction;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.operator.OperatorFactory;

/** Makes the factories of this room's operator, and functions that sort. Functions are serialized with them. */
public final class Partitions {

    private Partitions() {}

    /** Hands all records of an instance to a function when the data has ended. */
    public static <T, O> OperatorFactory<T, O> map(MapPartitionFunction<T, O> function) {
        return () -> new PartitionOperator<>(new Gathered.All<>(function), function);
    }

    /** Reduces the records of an instance. */
    public static <T> OperatorFactory<T, T> reduce(ReduceFunction<T> function) {
        return () -> new PartitionOperator<>(new Gathered.Reduced<>(function), function);
    }

    /** Aggregates the records of an instance. */
    public static <T, A, O> OperatorFactory<T, O> aggregate(AggregateFunction<T, A, O> function) {
        return () -> new PartitionOperator<>(new Gathered.Aggregated<>(function), function);
    }

    /** Emits the records of a partition in their order. */
    public static <T> MapPartitionFunction<T, T> sort(SortKey<T> key) {
        return (values, out) -> key.sorted(values).forEach(out::collect);
    }
}
