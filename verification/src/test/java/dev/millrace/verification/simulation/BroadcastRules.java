package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.broadcast.KeyedBroadcastProcessFunction;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Each number meets each rule once: a number the rules that were there, and a new rule the numbers that each key keeps. */
record BroadcastRules(Numbers numbers, Numbers rules, long keys) implements Shape.Sized {
    private static final MapStateDescriptor<Long, Long> RULES =
            new MapStateDescriptor<>("rules", Long.class, Long.class);
    private static final ListStateDescriptor<Long> KEPT = new ListStateDescriptor<>("kept", Long.class);
    private static final long FACTOR = 1_000;

    static BroadcastRules of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new BroadcastRules(Sizes.few(random), Sizes.few(random), Sizes.keys(random));
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        long modulus = keys;
        environment
                .fromSource(numbers, WatermarkStrategy.noWatermarks(), "numbers")
                .keyBy((KeySelector<Long, Long>) number -> number % modulus)
                .connect(environment
                        .fromSource(rules, WatermarkStrategy.noWatermarks(), "rules")
                        .broadcast(RULES))
                .process(new Meet())
                .sinkTo(new SimulatedSink<>("met"));
    }

    @Override
    public void check(Outcome outcome) {
        List<String> expected = new ArrayList<>();
        for (long number = numbers.first(); number < numbers.end(); number++) {
            for (long rule = rules.first(); rule < rules.end(); rule++) {
                expected.add(number % keys + ":" + number + "*" + FACTOR * rule);
            }
        }
        Results.requireSame(outcome.committed("met"), expected);
    }

    private static final class Meet extends KeyedBroadcastProcessFunction<Long, Long, Long, String> {
        private static final long serialVersionUID = 1;
        private transient ListState<Long> kept;

        @Override
        public void open(OpenContext context) throws Exception {
            kept = getRuntimeContext().getListState(KEPT);
        }

        @Override
        public void processElement(Long number, ReadOnlyContext context, Collector<String> out) throws Exception {
            kept.add(number);
            for (Map.Entry<Long, Long> rule : context.getBroadcastState(RULES).immutableEntries()) {
                out.collect(context.getCurrentKey() + ":" + number + "*" + rule.getValue());
            }
        }

        @Override
        public void processBroadcastElement(Long rule, Context context, Collector<String> out) throws Exception {
            context.getBroadcastState(RULES).put(rule, FACTOR * rule);
            context.applyToKeyedState(KEPT, (key, numbers) -> {
                for (long number : numbers.get()) {
                    out.collect(key + ":" + number + "*" + FACTOR * rule);
                }
            });
        }
    }
}
