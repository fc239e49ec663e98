package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Numbers are counted by key; every record gives the count so far. */
record KeyedCount(Numbers source, long keys) implements Shape.Sized {
    static KeyedCount of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new KeyedCount(Sizes.numbers(random), Sizes.keys(random));
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        long modulus = keys;
        environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "numbers")
                .keyBy((KeySelector<Long, Long>) number -> number % modulus)
                .process(new Count())
                .sinkTo(new SimulatedSink<>("counts"));
    }

    @Override
    public void check(Outcome outcome) {
        List<Object> expected = new ArrayList<>();
        for (long key = 0; key < keys; key++) {
            long ofKey = 0;
            for (long number = source.first(); number < source.end(); number++) {
                if (number % keys == key) {
                    expected.add(key + ":" + ++ofKey);
                }
            }
        }
        Results.requireSame(outcome.committed("counts"), expected);
    }

    private static final class Count extends KeyedProcessFunction<Long, Long, String> {
        private static final long serialVersionUID = 1;
        private transient ValueState<Long> count;

        @Override
        public void open(dev.millrace.core.function.OpenContext context) throws Exception {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Long.class));
        }

        @Override
        public void processElement(Long number, Context context, Collector<String> out) throws Exception {
            long next = count.value() == null ? 1 : count.value() + 1;
            count.update(next);
            out.collect(context.getCurrentKey() + ":" + next);
        }
    }
}
