package dev.millrace.testkit.simulation;

import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.eventtime.WatermarkGenerator;
import dev.millrace.core.eventtime.WatermarkOutput;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.world.World;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects numbers by key in a mutable value, slowly, and tells them when event time has passed a timer. */
final class EventProgram implements SimulationProgram {
    static final int NUMBERS = 300;
    private static final int KEYS = 7;
    private static final int WINDOW = 20;

    @Override
    public void write(StreamExecutionEnvironment environment) {
        WatermarkStrategy<Long> each = WatermarkStrategy.<Long>forGenerator(context -> new Each())
                .withTimestampAssigner((number, before) -> number);
        environment
                .fromSequence(1, NUMBERS)
                .assignTimestampsAndWatermarks(each)
                .map(number -> {
                    if (World.current().random().nextInt(8) == 0) {
                        World.current().pause(World.current().random().nextInt(40_000_000));
                    }
                    return number;
                })
                .keyBy((KeySelector<Long, Long>) number -> number % KEYS)
                .process(new Collect())
                .sinkTo(new SimulatedSink<>("numbers"));
    }

    /** Each number once. */
    static void check(Outcome outcome) {
        Set<Object> all = new TreeSet<>();
        int count = 0;
        for (Object told : outcome.committed("numbers")) {
            for (String number : told.toString().split(" ")) {
                all.add(Integer.valueOf(number));
                count++;
            }
        }
        if (count != NUMBERS || all.size() != NUMBERS) {
            throw new AssertionError(
                    count + " numbers, " + all.size() + " of them different, where there must be " + NUMBERS);
        }
    }

    /** A watermark after each number. */
    private static final class Each implements WatermarkGenerator<Long> {
        @Override
        public void onEvent(Long number, long timestamp, WatermarkOutput output) {
            output.emitWatermark(new Watermark(number - 1));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }

    /** Numbers that wait; changed in place. */
    static final class Waiting implements Serializable {
        private static final long serialVersionUID = 1;
        public List<Long> numbers = new ArrayList<>();
    }

    private static final class Collect extends KeyedProcessFunction<Long, Long, String> {
        private static final long serialVersionUID = 1;
        private transient ValueState<Waiting> state;

        @Override
        public void open(OpenContext context) throws Exception {
            state = getRuntimeContext().getState(new ValueStateDescriptor<>("waiting", Waiting.class));
        }

        @Override
        public void processElement(Long number, Context context, Collector<String> out) throws Exception {
            Waiting waiting = state.value() == null ? new Waiting() : state.value();
            waiting.numbers.add(number);
            state.update(waiting);
            context.timerService().registerEventTimeTimer(number / WINDOW * WINDOW + WINDOW);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) throws Exception {
            Waiting waiting = state.value();
            if (waiting != null) {
                out.collect(waiting.numbers.toString().replaceAll("[\\[\\],]", ""));
                state.clear();
            }
        }
    }
}
