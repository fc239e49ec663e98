package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Each number sets a timer of its own in event time; each fires once, at the latest when the data have ended. */
record Timers(Numbers source, long keys, long delay) implements Shape.Sized {
    static Timers of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Timers(Sizes.numbers(random), Sizes.keys(random), random.nextInt(1 << random.nextInt(1, 12)));
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        long modulus = keys;
        environment
                .fromSource(source, WatermarkStrategy.forBoundedOutOfOrderness(Duration.ofMillis(5)), "numbers")
                .keyBy((KeySelector<Long, Long>) number -> number % modulus)
                .process(new Fire(delay))
                .sinkTo(new SimulatedSink<>("fired"));
    }

    @Override
    public void check(Outcome outcome) {
        List<String> expected = new ArrayList<>();
        for (long number = source.first(); number < source.end(); number++) {
            expected.add(number % keys + "@" + (number + delay));
        }
        Results.requireSame(outcome.committed("fired"), expected);
    }

    private static final class Fire extends KeyedProcessFunction<Long, Long, String> {
        private static final long serialVersionUID = 1;
        private final long delay;

        Fire(long delay) {
            this.delay = delay;
        }

        @Override
        public void processElement(Long number, Context context, Collector<String> out) {
            context.timerService().registerEventTimeTimer(number + delay);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) {
            out.collect(context.getCurrentKey() + "@" + timestamp);
        }
    }
}
