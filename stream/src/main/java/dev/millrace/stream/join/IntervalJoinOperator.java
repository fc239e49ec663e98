package dev.millrace.stream.join;

import dev.millrace.core.element.Batch;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.metric.Counter;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.Timers;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.time.Timer;
import dev.millrace.stream.operator.Emitter;
import dev.millrace.stream.operator.FunctionOperator;
import dev.millrace.stream.operator.UserFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Joins two keyed inputs by intervals. Each side keeps its records by timestamp until the watermark has passed all that
 * could pair with them; a record is paired with what the other side keeps when it comes. A record below the watermark is
 * late.
 */
final class IntervalJoinOperator<A, B, O> implements FunctionOperator<Object, O> {

    private final IntervalSpec<A, B> spec;
    private final ProcessJoinFunction<A, B, O> function;
    private final UserFunction life;
    private final List<MapState<Long, List<Object>>> kept = new ArrayList<>();
    private Output<O> output;
    private Emitter<O> emitter;
    private Timers timers;
    private Counter lateDropped;
    private Pair pair;

    IntervalJoinOperator(IntervalSpec<A, B> spec, ProcessJoinFunction<A, B, O> function) {
        this.spec = spec;
        this.function = function;
        this.life = new UserFunction(function);
    }

    @Override
    public UserFunction life() {
        return life;
    }

    @Override
    public void open(OperatorContext context, Output<O> output) throws Exception {
        this.output = output;
        emitter = Emitter.to(output);
        timers = context.timers();
        kept.add(context.state().map(new MapStateDescriptor<>("left-records")));
        kept.add(context.state().map(new MapStateDescriptor<>("right-records")));
        lateDropped = context.metrics().counter("numLateRecordsDropped");
        pair = new Pair(function);
        life.open(context);
    }

    @Override
    public void onRecord(int side, Object value, long timestamp) throws Exception {
        if (timestamp == Batch.NO_TIMESTAMP) {
            throw new IllegalStateException("an interval join needs timestamps, and this record has none;"
                    + " call assignTimestampsAndWatermarks(...) on both streams");
        }
        if (timestamp < timers.currentWatermark()) {
            late(spec.late(side), value, timestamp);
            return;
        }
        keep(side, value, timestamp);
        long from = plus(timestamp, spec.from(side));
        long to = plus(timestamp, spec.to(side));
        for (Map.Entry<Long, List<Object>> bucket : kept.get(1 - side).entries()) {
            if (bucket.getKey() >= from && bucket.getKey() <= to) {
                for (Object other : bucket.getValue()) {
                    join(side, value, timestamp, other, bucket.getKey());
                }
            }
        }
        long over = plus(timestamp, Math.max(0, spec.to(side)));
        if (over != Long.MAX_VALUE) {
            timers.register(Timer.Domain.EVENT_TIME, side, over + 1); // one at the watermark itself is not late yet
        }
    }

    @SuppressWarnings("unchecked") // the tag of a side is one of its records
    private <T> void late(OutputTag<?> tag, T value, long timestamp) {
        if (tag == null) {
            lateDropped.inc();
        } else {
            output.emit((OutputTag<T>) tag, value, timestamp);
        }
    }

    private void keep(int side, Object value, long timestamp) throws Exception {
        List<Object> before = kept.get(side).get(timestamp);
        List<Object> bucket = before == null ? new ArrayList<>() : new ArrayList<>(before);
        bucket.add(value);
        kept.get(side).put(timestamp, bucket);
    }

    @SuppressWarnings("unchecked") // each side keeps records of its own stream
    private void join(int side, Object value, long timestamp, Object other, long otherTimestamp) throws Exception {
        boolean left = side == 0;
        pair.left = left ? timestamp : otherTimestamp;
        pair.right = left ? otherTimestamp : timestamp;
        emitter.at(Math.max(timestamp, otherTimestamp));
        function.processElement((A) (left ? value : other), (B) (left ? other : value), pair, emitter);
    }

    /** The sum, held at the ends of time. */
    private static long plus(long timestamp, long millis) {
        long sum = timestamp + millis;
        if (millis > 0 && sum < timestamp) {
            return Long.MAX_VALUE;
        }
        return millis < 0 && sum > timestamp ? Long.MIN_VALUE : sum;
    }

    @Override
    public void onTimer(Timer timer) throws Exception {
        int side = (Integer) timer.namespace();
        kept.get(side).remove(timer.timestamp() - 1 - Math.max(0, spec.to(side)));
    }

    @Override
    public void onWatermark(long timestamp) throws Exception {
        output.watermark(timestamp);
    }

    /** What the function sees of a pair. */
    private final class Pair extends ProcessJoinFunction<A, B, O>.Context {

        private long left;
        private long right;

        Pair(ProcessJoinFunction<A, B, O> function) {
            function.super();
        }

        @Override
        public long getLeftTimestamp() {
            return left;
        }

        @Override
        public long getRightTimestamp() {
            return right;
        }

        @Override
        public long getTimestamp() {
            return Math.max(left, right);
        }

        @Override
        public <X> void output(OutputTag<X> outputTag, X value) {
            emitter.output(outputTag, value);
        }
    }
}
