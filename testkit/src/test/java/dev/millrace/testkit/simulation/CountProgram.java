package dev.millrace.testkit.simulation;

import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.world.World;
import java.util.Set;
import java.util.TreeSet;

/** Counts numbers by key, slowly; every number gives the count so far. */
final class CountProgram implements SimulationProgram {
    private static final int NUMBERS = 300;
    private static final int KEYS = 7;

    @Override
    public void write(StreamExecutionEnvironment environment) {
        environment
                .fromSequence(1, NUMBERS)
                .map(number -> {
                    if (World.current().random().nextInt(8) == 0) {
                        World.current().pause(World.current().random().nextInt(40_000_000));
                    }
                    return number;
                })
                .keyBy((KeySelector<Long, Long>) number -> number % KEYS)
                .process(new Count())
                .sinkTo(new SimulatedSink<>("counts"));
    }

    /** Each count of each key once. */
    static void check(Outcome outcome) {
        Set<Object> all = new TreeSet<>(outcome.committed("counts"));
        Set<Object> expected = new TreeSet<>();
        for (int number = 1; number <= NUMBERS; number++) {
            expected.add(number % KEYS + ":" + (number + KEYS - 1) / KEYS);
        }
        if (outcome.committed("counts").size() != NUMBERS || !all.equals(expected)) {
            throw new AssertionError(outcome.committed("counts").size() + " counts, " + all.size()
                    + " of them different," + " where there must be " + NUMBERS);
        }
    }

    private static final class Count extends KeyedProcessFunction<Long, Long, String> {
        private static final long serialVersionUID = 1;
        private transient ValueState<Long> count;

        @Override
        public void open(OpenContext context) throws Exception {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Long.class));
        }

        @Override
        public void processElement(Long number, Context context, Collector<String> out) throws Exception {
            long next = count.value() == null ? 1 : count.value() + 1;
            count.update(next);
            out.collect(context.getCurrentKey() + ":" + next);
        }
    }
}
