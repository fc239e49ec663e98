package dev.millrace.testkit.simulation;

import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.IterativeStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.world.World;
import java.util.ArrayList;
import java.util.List;

/** Numbers that go round slowly, each some times; every round is counted in keyed state. */
final class LoopProgram implements SimulationProgram {
    private static final int NUMBERS = 60;
    private static final long ROUNDS_MAX = 12;

    @Override
    public void write(StreamExecutionEnvironment environment) {
        IterativeStream<Tuple2<Long, Long>> loop = environment
                .fromSequence(1, NUMBERS)
                .map(number -> Tuple2.of(number, rounds(number)))
                .iterate();
        DataStream<Tuple2<Long, Long>> counted = loop.keyBy((KeySelector<Tuple2<Long, Long>, Long>) lap -> lap.f0)
                .process(new Count())
                .map(lap -> {
                    if (World.current().random().nextInt(4) == 0) {
                        World.current().pause(World.current().random().nextInt(30_000_000));
                    }
                    return lap;
                });
        loop.closeWith(counted.filter(lap -> lap.f1 > 0).rebalance());
        counted.filter(lap -> lap.f1 <= 0)
                .map(lap -> lap.f0 + ":" + (rounds(lap.f0) - lap.f1))
                .sinkTo(new SimulatedSink<>("rounds"));
    }

    private static long rounds(long number) {
        return number * 31 % ROUNDS_MAX + 1;
    }

    /** Each number once, with as many rounds as it had to go. */
    static void check(Outcome outcome) {
        List<String> expected = new ArrayList<>();
        for (long number = 1; number <= NUMBERS; number++) {
            expected.add(number + ":" + rounds(number));
        }
        List<String> all = outcome.committed("rounds").stream()
                .map(Object::toString)
                .sorted()
                .toList();
        if (!all.equals(expected.stream().sorted().toList())) {
            throw new AssertionError(all.size() + " numbers came out where " + NUMBERS + " went round: " + all);
        }
    }

    /** Takes from a number of rounds one more than it has taken before. */
    private static final class Count extends KeyedProcessFunction<Long, Tuple2<Long, Long>, Tuple2<Long, Long>> {
        private static final long serialVersionUID = 1;
        private transient ValueState<Long> passes;

        @Override
        public void open(OpenContext context) throws Exception {
            passes = getRuntimeContext().getState(new ValueStateDescriptor<>("passes", Long.class));
        }

        @Override
        public void processElement(Tuple2<Long, Long> lap, Context context, Collector<Tuple2<Long, Long>> out)
                throws Exception {
            long pass = passes.value() == null ? 1 : passes.value() + 1;
            passes.update(pass);
            out.collect(Tuple2.of(lap.f0, rounds(lap.f0) - pass));
        }
    }
}
