package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.MapFunction;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import dev.millrace.testkit.world.World;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** User code fails again and again, also while the job is being restored, up to some dozens of times in a world. */
record Storms(Numbers source, long keys, int failures, int rarity) implements Shape.Sized {
    static Storms of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Storms(Sizes.numbers(random), Sizes.keys(random), random.nextInt(40), 1 << random.nextInt(10));
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        long modulus = keys;
        environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "numbers")
                .map(new FailOften(failures, rarity))
                .map(number -> Tuple2.of(number % modulus, 1L))
                .keyBy((KeySelector<Tuple2<Long, Long>, Long>) pair -> pair.f0)
                .sum(1)
                .map(pair -> pair.f0 + ":" + pair.f1)
                .sinkTo(new SimulatedSink<>("counts"));
    }

    @Override
    public void check(Outcome outcome) {
        List<String> expected = new ArrayList<>();
        for (long number = source.first(); number < source.end(); number++) {
            expected.add(number % keys + ":" + (number / keys + 1));
        }
        Results.requireSame(outcome.committed("counts"), expected);
    }

    /** How often user code has failed in a world. */
    private static final class Count {
        private int failures;
    }

    private record FailOften(int failuresMax, int rarity) implements MapFunction<Long, Long> {
        @Override
        public Long map(Long number) throws IOException {
            World world = World.current();
            Count count = world.shared(Count.class, Count::new);
            if (count.failures < failuresMax && world.random().nextInt(rarity) == 0) {
                count.failures++;
                throw new IOException("simulated: failure " + count.failures + " at " + number);
            }
            return number;
        }
    }
}
