package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Time;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.plan.Step;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.stream.field.Aggregations;
import dev.millrace.stream.field.FieldPath;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.stream.function.ProcessFunction;
import dev.millrace.stream.join.IntervalJoins;
import dev.millrace.stream.join.IntervalSpec;
import dev.millrace.stream.join.ProcessJoinFunction;
import dev.millrace.stream.operator.Operators;
import dev.millrace.stream.window.GlobalWindow;
import dev.millrace.stream.window.TimeWindow;
import dev.millrace.stream.window.Window;
import dev.millrace.stream.window.WindowAssigner;
import dev.millrace.stream.window.WindowSpec;
import java.time.Duration;
import java.util.List;

/**
 * A stream whose records of one key go to one instance.
 *
 * @param <KEY> the keys
 */
@ModelApi
public class KeyedStream<T, KEY> extends DataStream<T> {

    private final KeySelector<T, KEY> key;

    KeyedStream(DataStream<T> stream, KeySelector<T, KEY> key) {
        super(
                stream.getExecutionEnvironment(),
                stream.lanes().stream()
                        .map(lane -> lane.by(new Exchange.Hash(key)))
                        .toList(),
                stream.declaredType());
        this.key = key;
    }

    private KeyedStream(DataStream<T> stream, List<Lane> lanes, KeySelector<T, KEY> key) {
        super(stream.getExecutionEnvironment(), lanes, stream.declaredType());
        this.key = key;
    }

    /** A stream whose records lie already where their keys belong. */
    static <T, K> KeyedStream<T, K> reinterpreted(DataStream<T> stream, KeySelector<T, K> key) {
        KeySelector<T, K> clean = stream.getExecutionEnvironment().program().cleanKey(key);
        List<Lane> lanes = stream.lanes().stream()
                .map(lane -> lane.by(new Exchange.Forward()))
                .toList();
        return new KeyedStream<>(stream, lanes, clean);
    }

    public KeySelector<T, KEY> getKeySelector() {
        return key;
    }

    @Override
    void prepare(Step step) {
        step.keyedBy(List.of(key));
    }

    /** Whatever the function makes of each record, with state and timers per key. */
    public <R> SingleOutputStreamOperator<R> process(KeyedProcessFunction<KEY, T, R> keyedProcessFunction) {
        return process(keyedProcessFunction, null);
    }

    /** Whatever the function makes of each record, of an explicit type. */
    public <R> SingleOutputStreamOperator<R> process(
            KeyedProcessFunction<KEY, T, R> keyedProcessFunction, TypeInformation<R> outputType) {
        OperatorFactory<?, ?> factory = Operators.keyedProcess(clean(keyedProcessFunction));
        return then("keyedProcess", "Keyed Process", factory, outputType);
    }

    @Override
    public <R> SingleOutputStreamOperator<R> process(
            ProcessFunction<T, R> processFunction, TypeInformation<R> outputType) {
        return then("process", "Process", Operators.process(clean(processFunction), true), outputType);
    }

    /** Reduces the records of each key; emits what they come to after each record, in batch after the last. */
    public SingleOutputStreamOperator<T> reduce(ReduceFunction<T> reducer) {
        return reduced("reduce", "Keyed Reduce", clean(reducer));
    }

    private SingleOutputStreamOperator<T> sum(FieldPath field) {
        SingleOutputStreamOperator<T> sums =
                then("aggregate sum", "Keyed Aggregation", Aggregations.<T>runningSum(field), declaredType());
        sums.step().emitsFresh().inBatch(Aggregations.<T>lastSum(field));
        return sums;
    }

    private SingleOutputStreamOperator<T> aggregate(String name, ReduceFunction<T> reducer) {
        return reduced("aggregate " + name, "Keyed Aggregation", reducer);
    }

    private SingleOutputStreamOperator<T> reduced(String kind, String name, ReduceFunction<T> reducer) {
        SingleOutputStreamOperator<T> results = then(kind, name, Operators.reduce(reducer), declaredType());
        results.step().inBatch(Operators.lastReduce(reducer));
        return results;
    }

    /** Emits, after each record, the first of its key with the sum of a field in it. The field is a position, from 0. */
    public SingleOutputStreamOperator<T> sum(int position) {
        return sum(FieldPath.of(position));
    }

    /** Like {@link #sum(int)}, with a field's name: {@code f0}, {@code count}, {@code a.b}. */
    public SingleOutputStreamOperator<T> sum(String field) {
        return sum(FieldPath.of(field));
    }

    /** Emits, after each record, the first of its key with the smallest value of a field in it. The field is a position, from 0. */
    public SingleOutputStreamOperator<T> min(int position) {
        return aggregate("min", Aggregations.min(FieldPath.of(position)));
    }

    /** Like {@link #min(int)}, with a field's name: {@code f0}, {@code count}, {@code a.b}. */
    public SingleOutputStreamOperator<T> min(String field) {
        return aggregate("min", Aggregations.min(FieldPath.of(field)));
    }

    /** Emits, after each record, the first of its key with the largest value of a field in it. The field is a position, from 0. */
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

    /** The whole partition of each key, worked on when the data has ended. */
    @Override
    public PartitionWindowedStream<T> fullWindowPartition() {
        return new KeyPartitions<>(this);
    }

    /** Windows over the records of each key. */
    public <W extends Window> WindowedStream<T, KEY, W> window(WindowAssigner<? super T, W> assigner) {
        return new WindowedStream<>(this, WindowSpec.of(assigner));
    }

    /** Windows of so many records of a key. */
    public WindowedStream<T, KEY, GlobalWindow> countWindow(long size) {
        return new WindowedStream<>(this, ShortWindows.ofCount(size));
    }

    /** Windows of the last {@code size} records of a key, one for every {@code slide} records. */
    public WindowedStream<T, KEY, GlobalWindow> countWindow(long size, long slide) {
        return new WindowedStream<>(this, ShortWindows.ofCount(size, slide));
    }

    /** Windows of a size, in the environment's time characteristic; the older form of {@link #window}. */
    public WindowedStream<T, KEY, TimeWindow> timeWindow(Time size) {
        return window(ShortWindows.ofTime(getExecutionEnvironment(), size));
    }

    /** Windows of a size and slide, in the environment's time characteristic; the older form of {@link #window}. */
    public WindowedStream<T, KEY, TimeWindow> timeWindow(Time size, Time slide) {
        return window(ShortWindows.ofTime(getExecutionEnvironment(), size, slide));
    }

    /** Pairs records with those of the same key in another stream whose timestamps lie near to theirs. */
    public <T1> IntervalJoin<T, T1, KEY> intervalJoin(KeyedStream<T1, KEY> otherStream) {
        return new IntervalJoin<>(this, otherStream);
    }

    /** Two keyed streams that are joined by intervals, before it is said how wide they are. */
    @ModelApi
    public static class IntervalJoin<T1, T2, KEY> {

        private final KeyedStream<T1, KEY> left;
        private final KeyedStream<T2, KEY> right;

        IntervalJoin(KeyedStream<T1, KEY> left, KeyedStream<T2, KEY> right) {
            this.left = left;
            this.right = right;
        }

        /** Intervals are of event time anyway. */
        public IntervalJoin<T1, T2, KEY> inEventTime() {
            return this;
        }

        /**
         * Refused: records have no timestamps in processing time.
         *
         * @throws UnsupportedTimeCharacteristicException always
         */
        public IntervalJoin<T1, T2, KEY> inProcessingTime() {
            throw new UnsupportedTimeCharacteristicException(
                    "an interval join works in event time only; assign timestamps and watermarks to both streams");
        }

        /**
         * Says how far the timestamps of right records may lie from that of a left one, both bounds included.
         *
         * @param lowerBound from here on; negative for before
         * @param upperBound up to here
         */
        public IntervalJoined<T1, T2, KEY> between(Duration lowerBound, Duration upperBound) {
            IntervalSpec<T1, T2> spec = new IntervalSpec<>(lowerBound.toMillis(), upperBound.toMillis(), null, null);
            return new IntervalJoined<>(left, right, spec);
        }

        /** See {@link #between(Duration, Duration)}. */
        public IntervalJoined<T1, T2, KEY> between(Time lowerBound, Time upperBound) {
            return between(lowerBound.toDuration(), upperBound.toDuration());
        }
    }

    /** Two keyed streams that are joined by intervals. */
    @ModelApi
    public static class IntervalJoined<IN1, IN2, KEY> {

        private final KeyedStream<IN1, KEY> left;
        private final KeyedStream<IN2, KEY> right;
        private IntervalSpec<IN1, IN2> spec;

        IntervalJoined(KeyedStream<IN1, KEY> left, KeyedStream<IN2, KEY> right, IntervalSpec<IN1, IN2> spec) {
            this.left = left;
            this.right = right;
            this.spec = spec;
        }

        /** Leaves the upper bound itself out. */
        public IntervalJoined<IN1, IN2, KEY> upperBoundExclusive() {
            spec = new IntervalSpec<>(spec.lowerMillis(), spec.upperMillis() - 1, spec.lateLeft(), spec.lateRight());
            return this;
        }

        /** Leaves the lower bound itself out. */
        public IntervalJoined<IN1, IN2, KEY> lowerBoundExclusive() {
            spec = new IntervalSpec<>(spec.lowerMillis() + 1, spec.upperMillis(), spec.lateLeft(), spec.lateRight());
            return this;
        }

        /** Sends left records that come too late to a side output; they are dropped otherwise. */
        public IntervalJoined<IN1, IN2, KEY> sideOutputLeftLateData(OutputTag<IN1> outputTag) {
            spec = new IntervalSpec<>(spec.lowerMillis(), spec.upperMillis(), left.clean(outputTag), spec.lateRight());
            return this;
        }

        /** Sends right records that come too late to a side output; they are dropped otherwise. */
        public IntervalJoined<IN1, IN2, KEY> sideOutputRightLateData(OutputTag<IN2> outputTag) {
            spec = new IntervalSpec<>(spec.lowerMillis(), spec.upperMillis(), spec.lateLeft(), left.clean(outputTag));
            return this;
        }

        /** Whatever the function makes of each pair. */
        public <OUT> SingleOutputStreamOperator<OUT> process(ProcessJoinFunction<IN1, IN2, OUT> processJoinFunction) {
            return process(processJoinFunction, null);
        }

        /** Whatever the function makes of each pair, of an explicit type. */
        public <OUT> SingleOutputStreamOperator<OUT> process(
                ProcessJoinFunction<IN1, IN2, OUT> processJoinFunction, TypeInformation<OUT> outputType) {
            OperatorFactory<?, ?> factory = IntervalJoins.join(spec, left.clean(processJoinFunction));
            return left.connect(right).then("intervalJoin", "Interval Join", factory, outputType);
        }
    }
}
