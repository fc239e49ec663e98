package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Time;
import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.stream.field.Aggregations;
import dev.millrace.stream.field.FieldPath;
import dev.millrace.stream.window.Evictor;
import dev.millrace.stream.window.ProcessWindowFunction;
import dev.millrace.stream.window.Trigger;
import dev.millrace.stream.window.Window;
import dev.millrace.stream.window.WindowCall;
import dev.millrace.stream.window.WindowFunction;
import dev.millrace.stream.window.WindowSpec;
import java.time.Duration;

/** Windows over the records of each key, before it is said what becomes of them. */
@ModelApi
public class WindowedStream<T, K, W extends Window> {

    private WindowSteps<T, K, W> steps;

    WindowedStream(KeyedStream<T, K> input, WindowSpec<T, W> spec) {
        this.steps = new WindowSteps<>(WindowSteps.Over.KEY, input, spec);
    }

    /** Says when windows fire, in place of the assigner's own trigger. */
    public WindowedStream<T, K, W> trigger(Trigger<? super T, ? super W> trigger) {
        steps = steps.with(steps.spec().withTrigger(trigger));
        return this;
    }

    /** How long after its end a window of event time still takes records. */
    public WindowedStream<T, K, W> allowedLateness(Duration lateness) {
        steps = steps.with(steps.spec().withAllowedLateness(lateness.toMillis()));
        return this;
    }

    /** How long after its end a window of event time still takes records. */
    public WindowedStream<T, K, W> allowedLateness(Time lateness) {
        return allowedLateness(lateness.toDuration());
    }

    /** Sends records that come too late to a side output; they are dropped otherwise. */
    public WindowedStream<T, K, W> sideOutputLateData(OutputTag<T> outputTag) {
        steps = steps.with(steps.spec().withLateTag(steps.clean(outputTag)));
        return this;
    }

    /** Takes records out of windows before or after their function; windows then keep all their records. */
    public WindowedStream<T, K, W> evictor(Evictor<? super T, ? super W> evictor) {
        steps = steps.with(steps.spec().withEvictor(evictor));
        return this;
    }

    /** Reduces the records of a window; emits what they come to when it fires. */
    public SingleOutputStreamOperator<T> reduce(ReduceFunction<T> function) {
        return steps.reduce(function);
    }

    /** Reduces the records of a window; the function sees what they come to when it fires. */
    public <R> SingleOutputStreamOperator<R> reduce(
            ReduceFunction<T> reduceFunction, WindowFunction<T, R, K, W> function) {
        return steps.reduce(reduceFunction, WindowCall.of(steps.clean(function)));
    }

    /** Reduces the records of a window; the function sees what they come to when it fires. */
    public <R> SingleOutputStreamOperator<R> reduce(
            ReduceFunction<T> reduceFunction, ProcessWindowFunction<T, R, K, W> function) {
        return steps.reduce(reduceFunction, WindowCall.of(steps.clean(function)));
    }

    /** Aggregates the records of a window; emits the result when it fires. */
    public <ACC, R> SingleOutputStreamOperator<R> aggregate(AggregateFunction<T, ACC, R> function) {
        return steps.aggregate(function, WindowCall.none());
    }

    /** Aggregates the records of a window; the function sees the result when it fires. */
    public <ACC, V, R> SingleOutputStreamOperator<R> aggregate(
            AggregateFunction<T, ACC, V> aggregateFunction, WindowFunction<V, R, K, W> windowFunction) {
        return steps.aggregate(aggregateFunction, WindowCall.of(steps.clean(windowFunction)));
    }

    /** Aggregates the records of a window; the function sees the result when it fires. */
    public <ACC, V, R> SingleOutputStreamOperator<R> aggregate(
            AggregateFunction<T, ACC, V> aggregateFunction, ProcessWindowFunction<V, R, K, W> windowFunction) {
        return steps.aggregate(aggregateFunction, WindowCall.of(steps.clean(windowFunction)));
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
        return steps.input().getExecutionEnvironment();
    }

    public TypeInformation<T> getInputType() {
        return steps.input().getType();
    }

    /** Hands all records of a window to a function when it fires. */
    public <R> SingleOutputStreamOperator<R> apply(WindowFunction<T, R, K, W> function) {
        return apply(function, (TypeInformation<R>) null);
    }

    /** Hands all records of a window to a function when it fires; its results are of an explicit type. */
    public <R> SingleOutputStreamOperator<R> apply(WindowFunction<T, R, K, W> function, TypeInformation<R> resultType) {
        return steps.collect("Apply", WindowCall.of(steps.clean(function)), resultType);
    }

    /** Hands all records of a window to a function when it fires. */
    public <R> SingleOutputStreamOperator<R> process(ProcessWindowFunction<T, R, K, W> function) {
        return process(function, null);
    }

    /** Hands all records of a window to a function when it fires; its results are of an explicit type. */
    public <R> SingleOutputStreamOperator<R> process(
            ProcessWindowFunction<T, R, K, W> function, TypeInformation<R> resultType) {
        return steps.collect("Process", WindowCall.of(steps.clean(function)), resultType);
    }

    /** Emits, per window, its first record with the sum of a field in it. The field is a position, from 0. */
    public SingleOutputStreamOperator<T> sum(int position) {
        return steps.total("sum", Aggregations.sum(FieldPath.of(position)));
    }

    /** Like {@link #sum(int)}, with a field's name: {@code f0}, {@code count}, {@code a.b}. */
    public SingleOutputStreamOperator<T> sum(String field) {
        return steps.total("sum", Aggregations.sum(FieldPath.of(field)));
    }

    /** Emits, per window, the first record with the smallest value of a field in it. The field is a position, from 0. */
    public SingleOutputStreamOperator<T> min(int position) {
        return steps.total("min", Aggregations.min(FieldPath.of(position)));
    }

    /** Like {@link #min(int)}, with a field's name: {@code f0}, {@code count}, {@code a.b}. */
    public SingleOutputStreamOperator<T> min(String field) {
        return steps.total("min", Aggregations.min(FieldPath.of(field)));
    }

    /** Emits, per window, the first record with the largest value of a field in it. The field is a position, from 0. */
    public SingleOutputStreamOperator<T> max(int position) {
        return steps.total("max", Aggregations.max(FieldPath.of(position)));
    }

    /** Like {@link #max(int)}, with a field's name: {@code f0}, {@code count}, {@code a.b}. */
    public SingleOutputStreamOperator<T> max(String field) {
        return steps.total("max", Aggregations.max(FieldPath.of(field)));
    }

    /** The record with the smallest value of a field; of equal ones the first. The field is a position, from 0. */
    public SingleOutputStreamOperator<T> minBy(int position) {
        return minBy(position, true);
    }

    /** Like {@link #minBy(int)}; of equal ones the first or the last. */
    public SingleOutputStreamOperator<T> minBy(int position, boolean first) {
        return steps.total("minBy", Aggregations.minBy(FieldPath.of(position), first));
    }

    /** Like {@link #minBy(int)}, with a field's name. */
    public SingleOutputStreamOperator<T> minBy(String field) {
        return minBy(field, true);
    }

    /** Like {@link #minBy(int, boolean)}, with a field's name. */
    public SingleOutputStreamOperator<T> minBy(String field, boolean first) {
        return steps.total("minBy", Aggregations.minBy(FieldPath.of(field), first));
    }

    /** The record with the largest value of a field; of equal ones the first. The field is a position, from 0. */
    public SingleOutputStreamOperator<T> maxBy(int position) {
        return maxBy(position, true);
    }

    /** Like {@link #maxBy(int)}; of equal ones the first or the last. */
    public SingleOutputStreamOperator<T> maxBy(int position, boolean first) {
        return steps.total("maxBy", Aggregations.maxBy(FieldPath.of(position), first));
    }

    /** Like {@link #maxBy(int)}, with a field's name. */
    public SingleOutputStreamOperator<T> maxBy(String field) {
        return maxBy(field, true);
    }

    /** Like {@link #maxBy(int, boolean)}, with a field's name. */
    public SingleOutputStreamOperator<T> maxBy(String field, boolean first) {
        return steps.total("maxBy", Aggregations.maxBy(FieldPath.of(field), first));
    }
}
