package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Two sources of a group, whose event times go on at different speeds and may not drift apart: the one that is held waits
 * for the other and not for ever, whatever befalls the cluster, and every number comes once.
 */
record Aligned(Numbers slow, Numbers fast, int speed, long driftMillis, long reportMillis) implements Shape.Sized {
    private static final String GROUP = "group";

    static Aligned of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Aligned(
                Sizes.numbers(random),
                Sizes.numbers(random),
                1 + random.nextInt(20),
                1 + random.nextInt(1 << random.nextInt(1, 10)),
                1 + random.nextInt(200));
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        stream(environment, slow, 1, "slow")
                .union(stream(environment, fast, speed, "fast"))
                .sinkTo(new SimulatedSink<>("came"));
    }

    private DataStream<String> stream(StreamExecutionEnvironment environment, Numbers numbers, int step, String name) {
        WatermarkStrategy<Long> strategy = WatermarkStrategy.<Long>forMonotonousTimestamps()
                .withTimestampAssigner((number, given) -> number * step)
                .withWatermarkAlignment(GROUP, Duration.ofMillis(driftMillis), Duration.ofMillis(reportMillis));
        return environment.fromSource(numbers, strategy, name).map(number -> name + " " + number);
    }

    @Override
    public void check(Outcome outcome) {
        List<String> expected = new ArrayList<>();
        for (long number = slow.first(); number < slow.end(); number++) {
            expected.add("slow " + number);
        }
        for (long number = fast.first(); number < fast.end(); number++) {
            expected.add("fast " + number);
        }
        Results.requireSame(outcome.committed("came"), expected);
    }
}
