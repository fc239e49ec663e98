package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A running reduction by key. Its function changes its first argument, which is also in the state and on its way downstream;
 * where objects are reused, which is the user's promise not to, it makes a new one.
 */
record Reduced(Numbers source, long keys, boolean objectReuse) implements Shape.Sized {
    static Reduced of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Reduced(Sizes.numbers(random), Sizes.keys(random), random.nextBoolean());
    }

    /** How many numbers a key had, and the sum and list of the last of them. */
    public static final class Total {
        public long key;
        public long count;
        public long sum;
        public List<Long> last = new ArrayList<>();

        @Override
        public String toString() {
            return key + ":" + count + ":" + sum + ":" + last;
        }
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        long modulus = keys;
        if (objectReuse) {
            environment.getConfig().enableObjectReuse();
        }
        environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "numbers")
                .map(number -> {
                    Total one = new Total();
                    one.key = number % modulus;
                    one.count = 1;
                    one.sum = number;
                    one.last.add(number);
                    return one;
                })
                .keyBy((KeySelector<Total, Long>) total -> total.key)
                .reduce(new Add(objectReuse))
                .rebalance()
                .map(Total::toString)
                .sinkTo(new SimulatedSink<>("totals"));
    }

    @Override
    public void check(Outcome outcome) {
        long[] sums = new long[(int) keys];
        List<String> expected = new ArrayList<>();
        for (long number = source.first(); number < source.end(); number++) {
            sums[(int) (number % keys)] += number;
            expected.add(number % keys + ":" + (number / keys + 1));
        }
        long[] largest = new long[(int) keys];
        List<Object> seen = new ArrayList<>();
        for (Object total : outcome.committed("totals")) {
            String[] parts = total.toString().split(":");
            int key = Integer.parseInt(parts[0]);
            seen.add(key + ":" + parts[1]);
            largest[key] = Math.max(largest[key], Long.parseLong(parts[2]));
            long count = Long.parseLong(parts[1]);
            if (parts[3].split(",").length != Math.min(count, Add.LAST_MAX)) {
                throw new AssertionError("total " + total + " has a torn list");
            }
        }
        Results.requireSame(seen, expected);
        for (int key = 0; key < keys; key++) {
            if (largest[key] != sums[key]) {
                throw new AssertionError("the sum of key " + key + " is " + largest[key] + ", not " + sums[key]);
            }
        }
    }

    private record Add(boolean fresh) implements ReduceFunction<Total> {
        private static final int LAST_MAX = 3;

        @Override
        public Total reduce(Total sum, Total one) {
            Total next = fresh ? new Total() : sum;
            next.key = sum.key;
            next.count = sum.count + one.count;
            next.sum = sum.sum + one.sum;
            if (fresh) {
                next.last.addAll(sum.last);
            }
            next.last.addAll(one.last);
            while (next.last.size() > LAST_MAX) {
                next.last.remove(0);
            }
            return next;
        }
    }
}
