package dev.millrace.stream.operator;

import dev.millrace.core.closure.NewResults;
import dev.millrace.core.function.FilterFunction;
import dev.millrace.core.function.FlatMapFunction;
import dev.millrace.core.function.MapFunction;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.stream.function.CoFlatMapFunction;
import dev.millrace.stream.function.CoMapFunction;
import dev.millrace.stream.function.CoProcessFunction;
import dev.millrace.stream.function.KeyedCoProcessFunction;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.stream.function.ProcessFunction;
import dev.millrace.stream.function.SinkFunction;

/** Makes the factories of this room's operators. Functions are serialized with them. */
public final class Operators {

    private Operators() {}

    /** An operator that runs a {@link MapFunction}. */
    public static <I, O> OperatorFactory<I, O> map(MapFunction<I, O> function) {
        return new Compiled<>(MapOperator.class, function, NewResults.isReturnedBy(function, "map"));
    }

    /** An operator that runs a {@link FilterFunction}. */
    public static <T> OperatorFactory<T, T> filter(FilterFunction<T> function) {
        return new Compiled<>(FilterOperator.class, function);
    }

    /** An operator that runs a {@link FlatMapFunction}. */
    public static <I, O> OperatorFactory<I, O> flatMap(FlatMapFunction<I, O> function) {
        return new Compiled<>(FlatMapOperator.class, function, NewResults.isCollectedBy(function, "flatMap"));
    }

    /** An operator that runs a {@link ReduceFunction}. Needs a keyed input. */
    public static <T> OperatorFactory<T, T> reduce(ReduceFunction<T> function) {
        return new Compiled<>(ReduceOperator.class, function);
    }

    /** An operator that runs a {@link ReduceFunction} and emits what each key has come to in the end. Needs a keyed input. */
    public static <T> OperatorFactory<T, T> lastReduce(ReduceFunction<T> function) {
        return new Compiled<>(LastReduceOperator.class, function);
    }

    /**
     * An operator that runs a {@link ProcessFunction}.
     *
     * @param keyed whether the input has keys, and so timers
     */
    public static <I, O> OperatorFactory<I, O> process(ProcessFunction<I, O> function, boolean keyed) {
        return () -> new ProcessOperator<>(function, keyed);
    }

    /** An operator that runs a {@link KeyedProcessFunction}. Needs a keyed input. */
    public static <K, I, O> OperatorFactory<I, O> keyedProcess(KeyedProcessFunction<K, I, O> function) {
        return () -> new KeyedProcessOperator<>(function);
    }

    /** An operator that runs a {@link CoMapFunction}. */
    public static <A, B, O> OperatorFactory<Object, O> coMap(CoMapFunction<A, B, O> function) {
        return new Compiled<>(CoMapOperator.class, function);
    }

    /** An operator that runs a {@link CoFlatMapFunction}. */
    public static <A, B, O> OperatorFactory<Object, O> coFlatMap(CoFlatMapFunction<A, B, O> function) {
        return new Compiled<>(CoFlatMapOperator.class, function);
    }

    /**
     * An operator that runs a {@link CoProcessFunction}.
     *
     * @param keyed whether both inputs have keys, and so timers
     */
    public static <A, B, O> OperatorFactory<Object, O> coProcess(CoProcessFunction<A, B, O> function, boolean keyed) {
        return () -> new CoProcessOperator<>(function, keyed);
    }

    /** An operator that runs a {@link KeyedCoProcessFunction}. Needs keyed inputs. */
    public static <K, A, B, O> OperatorFactory<Object, O> keyedCoProcess(KeyedCoProcessFunction<K, A, B, O> function) {
        return () -> new KeyedCoProcessOperator<>(function);
    }

    /** An operator that runs a {@link SinkFunction}. */
    public static <T> OperatorFactory<T, Void> sinkFunction(SinkFunction<T> function) {
        return new Compiled<>(SinkFunctionOperator.class, function);
    }
}
