package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Two pipelines that nothing joins, each of as many regions as it has instances. */
record Regions(Numbers one, Numbers other) implements Shape.Sized {
    static Regions of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Regions(Sizes.numbers(random), Sizes.numbers(random));
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        environment
                .fromSource(one, WatermarkStrategy.noWatermarks(), "one")
                .forward()
                .map(number -> 2 * number)
                .disableChaining()
                .sinkTo(new SimulatedSink<>("one"));
        environment
                .fromSource(other, WatermarkStrategy.noWatermarks(), "other")
                .filter(number -> number % 3 != 0)
                .sinkTo(new SimulatedSink<>("other"));
    }

    @Override
    public void check(Outcome outcome) {
        List<Long> doubled = new ArrayList<>();
        for (long number = one.first(); number < one.end(); number++) {
            doubled.add(2 * number);
        }
        Results.requireSame(outcome.committed("one"), doubled);
        List<Long> filtered = new ArrayList<>();
        for (long number = other.first(); number < other.end(); number++) {
            if (number % 3 != 0) {
                filtered.add(number);
            }
        }
        Results.requireSame(outcome.committed("other"), filtered);
    }
}
