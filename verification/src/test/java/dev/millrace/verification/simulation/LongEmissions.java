package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.FlatMapFunction;
import dev.millrace.core.function.KeySelector;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One record gives thousands, more than all channels hold together. */
record LongEmissions(Numbers source, int results) implements Shape.Sized {
    static LongEmissions of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Numbers few = Sizes.few(random);
        return new LongEmissions(
                new Numbers(0, few.end() / 6, few.splitSize(), few.pauseMillisMax()),
                random.nextInt(1 << random.nextInt(14)));
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        int count = results;
        environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "numbers")
                .flatMap((FlatMapFunction<Long, Long>) (number, out) -> {
                    for (long i = 0; i < count; i++) {
                        out.collect(number * count + i);
                    }
                })
                .keyBy((KeySelector<Long, Long>) number -> number % 64)
                .map(number -> number + 1)
                .sinkTo(new SimulatedSink<>("all"));
    }

    @Override
    public void check(Outcome outcome) {
        List<Long> expected = new ArrayList<>();
        for (long number = 0; number < source.end() * results; number++) {
            expected.add(number + 1);
        }
        Results.requireSame(outcome.committed("all"), expected);
    }
}
