package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Sources that end early and late, with parallelisms of their own, come together and are summed up by key; the largest sum
 * of a key is its total.
 */
record Ends(Numbers first, Numbers second, Numbers third, long keys) implements Shape.Sized {
    static Ends of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Ends(Sizes.few(random), Sizes.numbers(random), Sizes.few(random), Sizes.keys(random));
    }

    @Override
    @SuppressWarnings("unchecked") // of generic varargs
    public void write(StreamExecutionEnvironment environment) {
        long modulus = keys;
        DataStream<Long> one = environment
                .fromSource(first, WatermarkStrategy.noWatermarks(), "first")
                .setParallelism(1);
        DataStream<Long> two = environment.fromSource(second, WatermarkStrategy.noWatermarks(), "second");
        DataStream<Long> three = environment
                .fromSource(third, WatermarkStrategy.noWatermarks(), "third")
                .map(number -> number)
                .rebalance();
        one.union(two, three)
                .map(number -> Tuple2.of(number % modulus, number + 1))
                .keyBy((KeySelector<Tuple2<Long, Long>, Long>) pair -> pair.f0)
                .sum(1)
                .map(pair -> pair.f0 + ":" + pair.f1)
                .sinkTo(new SimulatedSink<>("sums"));
    }

    @Override
    public void check(Outcome outcome) {
        long[] totals = new long[(int) keys];
        int count = 0;
        for (Numbers source : List.of(first, second, third)) {
            for (long number = source.first(); number < source.end(); number++) {
                totals[(int) (number % keys)] += number + 1;
                count++;
            }
        }
        long[] largest = new long[(int) keys];
        List<String> seen = new ArrayList<>();
        for (Object result : outcome.committed("sums")) {
            String[] parts = result.toString().split(":");
            int key = Integer.parseInt(parts[0]);
            largest[key] = Math.max(largest[key], Long.parseLong(parts[1]));
            seen.add(result.toString());
        }
        if (seen.size() != count || seen.stream().distinct().count() != count) {
            throw new AssertionError(seen.size() + " sums, "
                    + seen.stream().distinct().count() + " of them different, where there must be " + count);
        }
        for (int key = 0; key < totals.length; key++) {
            if (largest[key] != totals[key]) {
                throw new AssertionError("the sum of key " + key + " is " + largest[key] + ", not " + totals[key]);
            }
        }
    }
}
