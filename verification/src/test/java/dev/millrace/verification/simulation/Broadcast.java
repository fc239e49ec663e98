package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Each number goes to every instance of the next operator. */
record Broadcast(Numbers source, int copies) implements Shape.Sized {
    static Broadcast of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Broadcast(Sizes.numbers(random), 1 + random.nextInt(3));
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "numbers")
                .setParallelism(Math.min(copies, environment.getParallelism()))
                .broadcast()
                .map(number -> -number)
                .setParallelism(Math.min(copies, environment.getParallelism()))
                .rebalance()
                .sinkTo(new SimulatedSink<>("all"));
    }

    @Override
    public void check(Outcome outcome) {
        List<Object> distinct = outcome.committed("all").stream().distinct().toList();
        List<Long> expected = new ArrayList<>();
        for (long number = source.first(); number < source.end(); number++) {
            expected.add(-number);
        }
        Results.requireSame(distinct, expected);
        if (outcome.committed("all").size() < expected.size()
                || outcome.committed("all").size() > copies * expected.size()) {
            throw new AssertionError(outcome.committed("all").size() + " copies of " + expected.size() + " numbers");
        }
    }
}
