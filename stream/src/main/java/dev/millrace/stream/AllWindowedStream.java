package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Time;
import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.stream.field.Aggregations;
import dev.millrace.stream.field.FieldPath;
import dev.millrace.stream.window.AllWindowFunction;
import dev.millrace.stream.window.Evictor;
import dev.millrace.stream.window.ProcessAllWindowFunction;
import dev.millrace.stream.window.Trigger;
import dev.millrace.stream.window.Window;
import dev.millrace.stream.window.WindowCall;
import dev.millrace.stream.window.WindowSpec;
import java.time.Duration;

/** Windows over a whole stream, before it is said what becomes of them. They run in one instance. */
@ModelApi
public class AllWindowedStream<T, W extends Window> {

    private WindowSteps<T, Byte, W> steps;

    AllWindowedStream(DataStream<T> input, WindowSpec<T, W> spec) {
        this.steps = new WindowSteps<>(WindowSteps.Over.ALL, input.keyBy(new OneKey<>()), spec);
    }

    private record OneKey<T>() implements KeySelector<T, Byte> {

        @Override
        public Byte getKey(T value) {
            return 0;
        }
    }

    /** Says when windows fire, in place of the assigner's own trigger. */
    public AllWindowedStream<T, W> trigger(Trigger<? super T, ? super W> trigger) {
        steps = steps.with(steps.spec().withTrigger(trigger));
        return this;
    }

    /** How long after its end a window of event time still takes records. */
    public AllWindowedStream<T, W> allowedLateness(Duration lateness) {
        steps = steps.with(steps.spec().withAllowedLateness(lateness.toMillis()));
        return this;
    }

    /** How long after its end a window of event time still takes records. */
    public AllWindowedStream<T, W> allowedLateness(Time lateness) {
        return allowedLateness(lateness.toDuration());
    }

    /** Sends records that come too late to a side output; they are dropped otherwise. */
    public AllWindowedStream<T, W> sideOutputLateData(OutputTag<T> outputTag) {
        steps = steps.with(steps.spec().withLateTag(steps.clean(outputTag)));
        return this;
    }

    /** Takes records out of windows before or after their function; windows then keep all their records. */
    public AllWindowedStream<T, W> evictor(Evictor<? super T, ? super W> evictor) {
        steps = steps.with(steps.spec().withEvictor(evictor));
        return this;
    }

    /** Reduces the records of a window; emits what they come to when it fires. */
    public SingleOutputStreamOperator<T> reduce(ReduceFunction<T> function) {
        return steps.reduce(function);
    }

    /** Reduces the records of a window; the function sees what they come to when it fires. */
    public <R> SingleOutputStreamOperator<R> reduce(
            ReduceFunction<T> reduceFunction, AllWindowFunction<T, R, W> function) {
        return steps.reduce(reduceFunction, WindowCall.of(steps.clean(function)));
    }

    /** Reduces the records of a window; the function sees what they come to when it fires. */
    public <R> SingleOutputStreamOperator<R> reduce(
            ReduceFunction<T> reduceFunction, ProcessAllWindowFunction<T, R, W> function) {
        return steps.reduce(reduceFunction, WindowCall.of(steps.clean(function)));
    }

    /** Aggregates the records of a window; emits the result when it fires. */
    public <ACC, R> SingleOutputStreamOperator<R> aggregate(AggregateFunction<T, ACC, R> function) {
        return steps.aggregate(function, WindowCall.none());
    }

    /** Aggregates the records of a window; the function sees the result when it fires. */
    public <ACC, V, R> SingleOutputStreamOperator<R> aggregate(
            AggregateFunction<T, ACC, V> aggregateFunction, AllWindowFunction<V, R, W> windowFunction) {
        return steps.aggregate(aggregateFunction, WindowCall.of(steps.clean(windowFunction)));
    }

    /** Aggregates the records of a window; the function sees the result when it fires. */
    public <ACC, V, R> SingleOutputStreamOperator<R> aggregate(
            AggregateFunction<T, ACC, V> aggregateFunction, ProcessAllWindowFunction<V, R, W> windowFunction) {
        return steps.aggregate(aggregateFunction, WindowCall.of(steps.clean(windowFunction)));
    }

    /** Hands all records of a window to a function when it fires. */
    public <R> SingleOutputStreamOperator<R> apply(AllWindowFunction<T, R, W> function) {
        return steps.collect("Apply", WindowCall.of(steps.clean(function)), null);
    }

    /** Hands all records of a window to a function when it fires. */
    public <R> SingleOutputStreamOperator<R> process(ProcessAllWindowFunction<T, R, W> function) {
        return steps.collect("Process", WindowCall.of(steps.clean(function)), null);
    }

    /** Like {@link #reduce(ReduceFunction, AllWindowFunction)}, of an explicit type. */
    public <R> SingleOutputStreamOperator<R> reduce(
            ReduceFunction<T> reduceFunction, AllWindowFunction<T, R, W> function, TypeInformation<R> resultType) {
        return reduce(reduceFunction, function).returns(resultType);
    }

    /** Like {@link #reduce(ReduceFunction, ProcessAllWindowFunction)}, of an explicit type. */
    public <R> SingleOutputStreamOperator<R> reduce(
            ReduceFunction<T> reduceFunction,
            ProcessAllWindowFunction<T, R, W> function,
            TypeInformation<R> resultType) {
        return reduce(reduceFunction, function).returns(resultType);
    }

    /** Like {@link #aggregate(AggregateFunction)}, of explicit types. */
    public <ACC, R> SingleOutputStreamOperator<R> aggregate(
            AggregateFunction<T, ACC, R> function,
            TypeInformation<ACC> accumulatorType,
            TypeInformation<R> resultType) {
        return aggregate(function).returns(resultType);
    }

    /** Like {@link #aggregate(AggregateFunction, AllWindowFunction)}, of explicit types. */
    public <ACC, V, R> SingleOutputStreamOperator<R> aggregate(
            AggregateFunction<T, ACC, V> aggregateFunction,
            AllWindowFunction<V, R, W> windowFunction,
            TypeInformation<ACC> accumulatorType,
            TypeInformation<R> resultType) {
        return aggregate(aggregateFunction, windowFunction).returns(resultType);
    }

    /** Like {@link #aggregate(AggregateFunction, ProcessAllWindowFunction)}, of explicit types. */
    public <ACC, V, R> SingleOutputStreamOperator<R> aggregate(
            AggregateFunction<T, ACC, V> aggregateFunction,
            ProcessAllWindowFunction<V, R, W> windowFunction,
            TypeInformation<ACC> accumulatorType,
            TypeInformation<V> aggregateResultType,
            TypeInformation<R> resultType) {
        return aggregate(aggregateFunction, windowFunction).returns(resultType);
    }

    /** Like {@link #apply(AllWindowFunction)}, of an explicit type. */
    public <R> SingleOutputStreamOperator<R> apply(AllWindowFunction<T, R, W> function, TypeInformation<R> resultType) {
        return apply(function).returns(resultType);
    }

    /** The older form of {@link #reduce(ReduceFunction, AllWindowFunction)}. */
    public <R> SingleOutputStreamOperator<R> apply(
            ReduceFunction<T> reduceFunction, AllWindowFunction<T, R, W> function) {
        return reduce(reduceFunction, function);
    }

    /** Like {@link #process(ProcessAllWindowFunction)}, of an explicit type. */
    public <R> SingleOutputStreamOperator<R> process(
            ProcessAllWindowFunction<T, R, W> function, TypeInformation<R> resultType) {
        return process(function).returns(resultType);
    }

    public StreamExecutionEnvironment getExecutionEnvironment() {
        return steps.input().getExecutionEnvironment();
    }

    public TypeInformation<T> getInputType() {
        return steps.input().getType();
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
