package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Time;
import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.stream.field.Aggregations;
import dev.millrace.stream.field.FieldPath;
import dev.millrace.stream.window.Evictor;
import dev.millrace.stream.window.ProcessWindowFunction;
import dev.millrace.stream.window.Trigger;
import dev.millrace.stream.window.Window;
import dev.millrace.stream.window.WindowCall;
import dev.millrace.stream.window.WindowFunction;
import dev.millrace.stream.window.WindowOperators;
import dev.millrace.stream.window.WindowSpec;
import java.time.Duration;

/** Windows over the records of each key, before it is said what becomes of them. */
@ModelApi
public class WindowedStream<T, K, W extends Window> {

    private final KeyedStream<T, K> input;
    private WindowSpec<T, W> spec;

    WindowedStream(KeyedStream<T, K> input, WindowSpec<T, W> spec) {
        this.input = input;
        this.spec = spec;
    }

    /** Says when windows fire, in place of the assigner's own trigger. */
    public WindowedStream<T, K, W> trigger(Trigger<? super T, ? super W> trigger) {
        spec = spec.withTrigger(trigger);
        return this;
    }

    /** How long after its end a window of event time still takes records. */
    public WindowedStream<T, K, W> allowedLateness(Duration lateness) {
        spec = spec.withAllowedLateness(lateness.toMillis());
        return this;
    }

    /** How long after its end a window of event time still takes records. */
    public WindowedStream<T, K, W> allowedLateness(Time lateness) {
        return allowedLateness(lateness.toDuration());
    }

    /** Sends records that come too late to a side output; they are dropped otherwise. */
    public WindowedStream<T, K, W> sideOutputLateData(OutputTag<T> outputTag) {
        spec = spec.withLateTag(input.clean(outputTag));
        return this;
    }

    /** Takes records out of windows before or after their function; windows then keep all their records. */
    public WindowedStream<T, K, W> evictor(Evictor<? super T, ? super W> evictor) {
        spec = spec.withEvictor(evictor);
        return this;
    }

    private <R> SingleOutputStreamOperator<R> then(
            String name, OperatorFactory<?, ?> factory, TypeInformation<R> type) {
        return input.then("window " + name, "Window(" + spec.assigner() + ", " + name + ")", factory, type);
    }

    /** Reduces the records of a window; emits what they come to when it fires. */
    public SingleOutputStreamOperator<T> reduce(ReduceFunction<T> function) {
        return then("Reduce", WindowOperators.reduce(spec, plain(function), WindowCall.none()), input.declaredType());
    }

    /** Reduces the records of a window; the function sees what they come to when it fires. */
    public <R> SingleOutputStreamOperator<R> reduce(
            ReduceFunction<T> reduceFunction, WindowFunction<T, R, K, W> function) {
        WindowCall<T, R, K, W> call = WindowCall.of(input.clean(function));
        return then("Reduce", WindowOperators.reduce(spec, plain(reduceFunction), call), null);
    }

    /** Reduces the records of a window; the function sees what they come to when it fires. */
    public <R> SingleOutputStreamOperator<R> reduce(
            ReduceFunction<T> reduceFunction, ProcessWindowFunction<T, R, K, W> function) {
        WindowCall<T, R, K, W> call = WindowCall.of(input.clean(function));
        return then("Reduce", WindowOperators.reduce(spec, plain(reduceFunction), call), null);
    }

    /** Aggregates the records of a window; emits the result when it fires. */
    public <ACC, R> SingleOutputStreamOperator<R> aggregate(AggregateFunction<T, ACC, R> function) {
        return then("Aggregate", WindowOperators.aggregate(spec, plain(function), WindowCall.none()), null);
    }

    /** Aggregates the records of a window; the function sees the result when it fires. */
    public <ACC, V, R> SingleOutputStreamOperator<R> aggregate(
            AggregateFunction<T, ACC, V> aggregateFunction, WindowFunction<V, R, K, W> windowFunction) {
        WindowCall<V, R, K, W> call = WindowCall.of(input.clean(windowFunction));
        return then("Aggregate", WindowOperators.aggregate(spec, plain(aggregateFunction), call), null);
    }

    /** Aggregates the records of a window; the function sees the result when it fires. */
    public <ACC, V, R> SingleOutputStreamOperator<R> aggregate(
            AggregateFunction<T, ACC, V> aggregateFunction, ProcessWindowFunction<V, R, K, W> windowFunction) {
        WindowCall<V, R, K, W> call = WindowCall.of(input.clean(windowFunction));
        return then("Aggregate", WindowOperators.aggregate(spec, plain(aggregateFunction), call), null);
    }

    /** Like {@link #aggregate(AggregateFunction)}, of explicit types. */
    public <ACC, R> SingleOutputStreamOperator<R> aggregate(
            AggregateFunction<T, ACC, R> function,
            TypeInformation<ACC> accumulatorType,
            TypeInformation<R> resultType) {
        return aggregate(function).returns(resultType);
    }

    /** Like {@link #aggregate(AggregateFunction, WindowFunction)}, of explicit types. */
    public <ACC, V, R> SingleOutputStreamOperator<R> aggregate(
            AggregateFunction<T, ACC, V> aggregateFunction,
            WindowFunction<V, R, K, W> windowFunction,
            TypeInformation<ACC> accumulatorType,
            TypeInformation<R> resultType) {
        return aggregate(aggregateFunction, windowFunction).returns(resultType);
    }

    /** Like {@link #aggregate(AggregateFunction, ProcessWindowFunction)}, of explicit types. */
    public <ACC, V, R> SingleOutputStreamOperator<R> aggregate(
            AggregateFunction<T, ACC, V> aggregateFunction,
            ProcessWindowFunction<V, R, K, W> windowFunction,
            TypeInformation<ACC> accumulatorType,
            TypeInformation<V> aggregateResultType,
            TypeInformation<R> resultType) {
        return aggregate(aggregateFunction, windowFunction).returns(resultType);
    }

    /** Like {@link #reduce(ReduceFunction, WindowFunction)}, of an explicit type. */
    public <R> SingleOutputStreamOperator<R> reduce(
            ReduceFunction<T> reduceFunction, WindowFunction<T, R, K, W> function, TypeInformation<R> resultType) {
        return reduce(reduceFunction, function).returns(resultType);
    }

    /** Like {@link #reduce(ReduceFunction, ProcessWindowFunction)}, of an explicit type. */
    public <R> SingleOutputStreamOperator<R> reduce(
            ReduceFunction<T> reduceFunction,
            ProcessWindowFunction<T, R, K, W> function,
            TypeInformation<R> resultType) {
        return reduce(reduceFunction, function).returns(resultType);
    }

    /** The older form of {@link #reduce(ReduceFunction, WindowFunction)}. */
    public <R> SingleOutputStreamOperator<R> apply(
            ReduceFunction<T> reduceFunction, WindowFunction<T, R, K, W> function) {
        return reduce(reduceFunction, function);
    }

    /** The older form of {@link #reduce(ReduceFunction, WindowFunction, TypeInformation)}. */
    public <R> SingleOutputStreamOperator<R> apply(
            ReduceFunction<T> reduceFunction, WindowFunction<T, R, K, W> function, TypeInformation<R> resultType) {
        return reduce(reduceFunction, function, resultType);
    }

    public StreamExecutionEnvironment getExecutionEnvironment() {
        return input.getExecutionEnvironment();
    }

    public TypeInformation<T> getInputType() {
        return input.getType();
    }

    /** Hands all records of a window to a function when it fires. */
    public <R> SingleOutputStreamOperator<R> apply(WindowFunction<T, R, K, W> function) {
        return apply(function, (TypeInformation<R>) null);
    }

    /** Hands all records of a window to a function when it fires; its results are of an explicit type. */
    public <R> SingleOutputStreamOperator<R> apply(WindowFunction<T, R, K, W> function, TypeInformation<R> resultType) {
        WindowCall<T, R, K, W> call = WindowCall.of(input.clean(function));
        return then("Apply", WindowOperators.collect(spec, call), resultType);
    }

    /** Hands all records of a window to a function when it fires. */
    public <R> SingleOutputStreamOperator<R> process(ProcessWindowFunction<T, R, K, W> function) {
        return process(function, null);
    }

    /** Hands all records of a window to a function when it fires; its results are of an explicit type. */
    public <R> SingleOutputStreamOperator<R> process(
            ProcessWindowFunction<T, R, K, W> function, TypeInformation<R> resultType) {
        WindowCall<T, R, K, W> call = WindowCall.of(input.clean(function));
        return then("Process", WindowOperators.collect(spec, call), resultType);
    }

    private SingleOutputStreamOperator<T> aggregate(String name, ReduceFunction<T> reducer) {
        return then(name, WindowOperators.reduce(spec, reducer, WindowCall.none()), input.declaredType());
    }

    private <F> F plain(F function) {
        return AllWindowedStream.withoutLifeCycle(input.clean(function));
    }

    /** Emits, per window, its first record with the sum of a field in it. The field is a position, from 0. */
    public SingleOutputStreamOperator<T> sum(int position) {
        return aggregate("sum", Aggregations.sum(FieldPath.of(position)));
    }

    /** Like {@link #sum(int)}, with a field's name: {@code f0}, {@code count}, {@code a.b}. */
    public SingleOutputStreamOperator<T> sum(String field) {
        return aggregate("sum", Aggregations.sum(FieldPath.of(field)));
    }

    /** Emits, per window, the first record with the smallest value of a field in it. The field is a position, from 0. */
    public SingleOutputStreamOperator<T> min(int position) {
        return aggregate("min", Aggregations.min(FieldPath.of(position)));
    }

    /** Like {@link #min(int)}, with a field's name: {@code f0}, {@code count}, {@code a.b}. */
    public SingleOutputStreamOperator<T> min(String field) {
        return aggregate("min", Aggregations.min(FieldPath.of(field)));
    }

    /** Emits, per window, the first record with the largest value of a field in it. The field is a position, from 0. */
    public SingleOutputStreamOperator<T> max(int position) {
        return aggregate("max", Aggregations.max(FieldPath.of(position)));
    }

    /** Like {@link #max(int)}, with a field's name: {@code f0}, {@code count}, {@code a.b}. */
    public SingleOutputStreamOperator<T> max(String field) {
        return aggregate("max", Aggregations.max(FieldPath.of(field)));
    }

    /** The record with the smallest value of a field; of equal ones the first. The field is a position, from 0. */
    public SingleOutputStreamOperator<T> minBy(int position) {
        return minBy(position, true);
    }

    /** Like {@link #minBy(int)}; of equal ones the first or the last. */
    public SingleOutputStreamOperator<T> minBy(int position, boolean first) {
        return aggregate("minBy", Aggregations.minBy(FieldPath.of(position), first));
    }

    /** Like {@link #minBy(int)}, with a field's name. */
    public SingleOutputStreamOperator<T> minBy(String field) {
        return minBy(field, true);
    }

    /** Like {@link #minBy(int, boolean)}, with a field's name. */
    public SingleOutputStreamOperator<T> minBy(String field, boolean first) {
        return aggregate("minBy", Aggregations.minBy(FieldPath.of(field), first));
    }

    /** The record with the largest value of a field; of equal ones the first. The field is a position, from 0. */
    public SingleOutputStreamOperator<T> maxBy(int position) {
        return maxBy(position, true);
    }

    /** Like {@link #maxBy(int)}; of equal ones the first or the last. */
    public SingleOutputStreamOperator<T> maxBy(int position, boolean first) {
        return aggregate("maxBy", Aggregations.maxBy(FieldPath.of(position), first));
    }

    /** Like {@link #maxBy(int)}, with a field's name. */
    public SingleOutputStreamOperator<T> maxBy(String field) {
        return maxBy(field, true);
    }

    /** Like {@link #maxBy(int, boolean)}, with a field's name. */
    public SingleOutputStreamOperator<T> maxBy(String field, boolean first) {
        return aggregate("maxBy", Aggregations.maxBy(FieldPath.of(field), first));
    }
}
