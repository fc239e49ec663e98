package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Numbers wait in state for a timer of the clock; those that wait when the data end stay there. Every number is said when it
 * comes, and at most once when its timer fires.
 */
record ProcessingTime(Numbers source, long keys, long waitMillisMax) implements Shape.Sized {
    static ProcessingTime of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new ProcessingTime(Sizes.numbers(random), Sizes.keys(random), 1 + random.nextInt(500));
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        long modulus = keys;
        environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "numbers")
                .keyBy((KeySelector<Long, Long>) number -> number % modulus)
                .process(new Wait(waitMillisMax))
                .sinkTo(new SimulatedSink<>("said"));
    }

    @Override
    public void check(Outcome outcome) {
        List<Object> came = new ArrayList<>();
        Set<Object> fired = new HashSet<>();
        for (Object said : outcome.committed("said")) {
            if (said.toString().startsWith("fired ")) {
                if (!fired.add(said)) {
                    throw new AssertionError(said + " twice");
                }
            } else {
                came.add(said);
            }
        }
        List<String> expected = new ArrayList<>();
        for (long number = source.first(); number < source.end(); number++) {
            expected.add("came " + number);
            fired.remove("fired " + number);
        }
        Results.requireSame(came, expected);
        Results.requireSame(List.copyOf(fired), List.of());
    }

    private static final class Wait extends KeyedProcessFunction<Long, Long, String> {
        private static final long serialVersionUID = 1;
        private final long waitMillisMax;
        private transient MapState<Long, Long> waiting;

        Wait(long waitMillisMax) {
            this.waitMillisMax = waitMillisMax;
        }

        @Override
        public void open(OpenContext context) throws Exception {
            waiting = getRuntimeContext().getMapState(new MapStateDescriptor<>("waiting", Long.class, Long.class));
        }

        @Override
        public void processElement(Long number, Context context, Collector<String> out) throws Exception {
            long due = context.timerService().currentProcessingTime() + number % waitMillisMax;
            waiting.put(number, due);
            context.timerService().registerProcessingTimeTimer(due);
            out.collect("came " + number);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) throws Exception {
            List<Long> over = new ArrayList<>();
            for (var entry : waiting.entries()) {
                if (entry.getValue() == timestamp) {
                    over.add(entry.getKey());
                }
            }
            for (Long number : over) {
                waiting.remove(number);
                out.collect("fired " + number);
            }
        }
    }
}
