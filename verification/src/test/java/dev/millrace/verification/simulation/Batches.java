package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.option.RuntimeExecutionMode;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.stream.BroadcastStream;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.broadcast.BroadcastProcessFunction;
import dev.millrace.stream.function.KeyedCoProcessFunction;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A program in batch: sums by key, numbers beside a broadcast, and two streams that meet by key and say at the end of each
 * key what came of both. Whatever befalls the cluster, each result is committed once.
 */
record Batches(Numbers lefts, Numbers rights, long keys) implements Shape.Sized {
    private static final MapStateDescriptor<Long, Long> RULES =
            new MapStateDescriptor<>("rules", Long.class, Long.class);

    static Batches of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Batches(Sizes.numbers(random, 10), Sizes.numbers(random, 10), Sizes.keys(random));
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        long modulus = keys;
        KeySelector<Long, Long> key = number -> number % modulus;
        environment.setRuntimeMode(RuntimeExecutionMode.BATCH);
        DataStream<Long> left = environment.fromSource(lefts, WatermarkStrategy.noWatermarks(), "lefts");
        DataStream<Long> right = environment.fromSource(rights, WatermarkStrategy.noWatermarks(), "rights");
        left.keyBy(key).reduce(Long::sum).sinkTo(new SimulatedSink<>("sums"));
        BroadcastStream<Long> rules = right.broadcast(RULES);
        left.connect(rules).process(new Counted()).sinkTo(new SimulatedSink<>("counted"));
        left.connect(right).keyBy(key, key).process(new Met()).sinkTo(new SimulatedSink<>("met"));
    }

    @Override
    public void check(Outcome outcome) {
        List<Object> sums = new ArrayList<>();
        List<Object> met = new ArrayList<>();
        for (long key = 0; key < keys; key++) {
            List<Long> lefts = ofKey(this.lefts, key);
            List<Long> rights = ofKey(this.rights, key);
            if (!lefts.isEmpty()) {
                sums.add(lefts.stream().mapToLong(Long::longValue).sum());
            }
            if (lefts.size() + rights.size() > 0) {
                met.add(key + ":" + lefts.size() + ":" + rights.size());
            }
        }
        List<Object> counted = new ArrayList<>();
        for (long number = lefts.first(); number < lefts.end(); number++) {
            counted.add(number + ":" + (rights.end() - rights.first()));
        }
        Results.requireSame(outcome.committed("sums"), sums);
        Results.requireSame(outcome.committed("counted"), counted);
        Results.requireSame(outcome.committed("met"), met);
    }

    private List<Long> ofKey(Numbers numbers, long key) {
        List<Long> ofKey = new ArrayList<>();
        for (long number = numbers.first(); number < numbers.end(); number++) {
            if (number % keys == key) {
                ofKey.add(number);
            }
        }
        return ofKey;
    }

    /** Says of each number how many rules there are. */
    private static final class Counted extends BroadcastProcessFunction<Long, Long, String> {
        private static final long serialVersionUID = 1;

        @Override
        public void processElement(Long number, ReadOnlyContext context, Collector<String> out) throws Exception {
            int rules = 0;
            for (var rule : context.getBroadcastState(RULES).immutableEntries()) {
                rules++;
            }
            out.collect(number + ":" + rules);
        }

        @Override
        public void processBroadcastElement(Long rule, Context context, Collector<String> out) throws Exception {
            context.getBroadcastState(RULES).put(rule, rule);
        }
    }

    /** Counts both sides of a key and says so at the end of its time. */
    private static final class Met extends KeyedCoProcessFunction<Long, Long, Long, String> {
        private static final long serialVersionUID = 1;
        private transient ValueState<Long> lefts;
        private transient ValueState<Long> rights;

        @Override
        public void open(dev.millrace.core.function.OpenContext context) {
            lefts = getRuntimeContext().getState(new ValueStateDescriptor<>("lefts", Long.class));
            rights = getRuntimeContext().getState(new ValueStateDescriptor<>("rights", Long.class));
        }

        private static long of(ValueState<Long> count) throws Exception {
            return count.value() == null ? 0 : count.value();
        }

        @Override
        public void processElement1(Long number, Context context, Collector<String> out) throws Exception {
            if (of(rights) > 0) {
                out.collect(context.getCurrentKey() + ": a left number came behind a right one");
            }
            lefts.update(of(lefts) + 1);
            context.timerService().registerEventTimeTimer(number);
        }

        @Override
        public void processElement2(Long number, Context context, Collector<String> out) throws Exception {
            rights.update(of(rights) + 1);
            context.timerService().registerProcessingTimeTimer(Long.MAX_VALUE - 1 - number);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) throws Exception {
            if (of(lefts) + of(rights) > 0) {
                out.collect(context.getCurrentKey() + ":" + of(lefts) + ":" + of(rights));
            }
            lefts.clear();
            rights.clear();
        }
    }
}
