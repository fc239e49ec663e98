package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.FlatMapFunction;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Functions change what they emitted, and state after they wrote it; nobody else may see that. */
record Mutable(Numbers source, long keys) implements Shape.Sized {
    static Mutable of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Mutable(Sizes.numbers(random), Sizes.keys(random));
    }

    /** Changes from record to record. */
    public static final class Sum implements Serializable {
        private static final long serialVersionUID = 1;
        public long sum;
        public List<Long> last = new ArrayList<>();
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        long modulus = keys;
        DataStream<Tuple2<Long, Long>> pairs = environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "numbers")
                .flatMap(new Reuse());
        pairs.map(pair -> {
                    pair.f1 = -1L;
                    return pair.f0;
                })
                .sinkTo(new SimulatedSink<>("firsts"));
        pairs.keyBy((KeySelector<Tuple2<Long, Long>, Long>) pair -> pair.f0 % modulus)
                .process(new Sums())
                .sinkTo(new SimulatedSink<>("sums"));
    }

    @Override
    public void check(Outcome outcome) {
        List<Long> firsts = new ArrayList<>();
        long[] totals = new long[(int) keys];
        long[] counts = new long[(int) keys];
        for (long number = source.first(); number < source.end(); number++) {
            firsts.add(number);
            totals[(int) (number % keys)] += 3 * number;
            counts[(int) (number % keys)]++;
        }
        Results.requireSame(outcome.committed("firsts"), firsts);
        checkSums(outcome.committed("sums"), totals, counts);
    }

    /** In whatever order numbers came, the largest sum of a key is its total, and no count comes twice. */
    private void checkSums(List<Object> sums, long[] totals, long[] counts) {
        List<String> expected = new ArrayList<>();
        List<Object> seen = new ArrayList<>();
        long[] largest = new long[totals.length];
        for (Object result : sums) {
            String[] parts = result.toString().split(":");
            int key = Integer.parseInt(parts[0]);
            seen.add(key + ":" + parts[1]);
            largest[key] = Math.max(largest[key], Long.parseLong(parts[2]));
        }
        for (int key = 0; key < totals.length; key++) {
            for (int count = 1; count <= counts[key]; count++) {
                expected.add(key + ":" + count);
            }
            if (largest[key] != totals[key]) {
                throw new AssertionError("the sum of key " + key + " is " + largest[key] + ", not " + totals[key]);
            }
        }
        Results.requireSame(seen, expected);
    }

    private static final class Reuse implements FlatMapFunction<Long, Tuple2<Long, Long>> {
        private static final long serialVersionUID = 1;
        private final Tuple2<Long, Long> pair = Tuple2.of(0L, 0L);

        @Override
        public void flatMap(Long number, Collector<Tuple2<Long, Long>> out) {
            pair.f0 = number;
            pair.f1 = 3 * number;
            out.collect(pair);
            pair.f0 = -7L;
        }
    }

    private static final class Sums extends KeyedProcessFunction<Long, Tuple2<Long, Long>, String> {
        private static final long serialVersionUID = 1;
        private transient ValueState<Sum> state;

        @Override
        public void open(OpenContext context) throws Exception {
            state = getRuntimeContext().getState(new ValueStateDescriptor<>("sum", Sum.class));
        }

        @Override
        public void processElement(Tuple2<Long, Long> pair, Context context, Collector<String> out) throws Exception {
            Sum sum = state.value() == null ? new Sum() : state.value();
            sum.sum += pair.f1;
            sum.last.add(pair.f0);
            state.update(sum);
            out.collect(context.getCurrentKey() + ":" + sum.last.size() + ":" + sum.sum);
            pair.f1 = -100L;
        }
    }
}
