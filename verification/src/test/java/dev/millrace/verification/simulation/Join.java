package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.KeyedCoProcessFunction;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Two inputs, joined by key: each pair of numbers of one key comes out once, whichever came first. */
record Join(Numbers left, Numbers right, long keys) implements Shape.Sized {
    static Join of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Join(Sizes.few(random), Sizes.few(random), Sizes.keys(random));
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        long modulus = keys;
        KeySelector<Long, Long> key = number -> number % modulus;
        environment
                .fromSource(left, WatermarkStrategy.noWatermarks(), "left")
                .connect(environment.fromSource(right, WatermarkStrategy.noWatermarks(), "right"))
                .keyBy(key, key)
                .process(new Pairs())
                .sinkTo(new SimulatedSink<>("pairs"));
    }

    @Override
    public void check(Outcome outcome) {
        List<String> expected = new ArrayList<>();
        for (long one = left.first(); one < left.end(); one++) {
            for (long other = right.first(); other < right.end(); other++) {
                if (one % keys == other % keys) {
                    expected.add(one + "-" + other);
                }
            }
        }
        Results.requireSame(outcome.committed("pairs"), expected);
    }

    private static final class Pairs extends KeyedCoProcessFunction<Long, Long, Long, String> {
        private static final long serialVersionUID = 1;
        private transient ListState<Long> lefts;
        private transient MapState<Long, Boolean> rights;

        @Override
        public void open(OpenContext context) throws Exception {
            lefts = getRuntimeContext().getListState(new ListStateDescriptor<>("lefts", Long.class));
            rights = getRuntimeContext().getMapState(new MapStateDescriptor<>("rights", Long.class, Boolean.class));
        }

        @Override
        public void processElement1(Long number, Context context, Collector<String> out) throws Exception {
            lefts.add(number);
            for (Long other : rights.keys()) {
                out.collect(number + "-" + other);
            }
        }

        @Override
        public void processElement2(Long number, Context context, Collector<String> out) throws Exception {
            rights.put(number, true);
            for (Long other : lefts.get()) {
                out.collect(other + "-" + number);
            }
        }
    }
}
