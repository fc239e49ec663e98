package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.stream.SingleOutputStreamOperator;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.window.ProcessWindowFunction;
import dev.millrace.stream.window.TimeWindow;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Tumbling windows by key. Which numbers come too late depends on how splits were dealt out; but every number is in its
 * window or among the late ones, once, and no window fires twice.
 */
record Windows(Numbers source, long keys, long size) implements Shape.Sized {
    private static final OutputTag<Long> LATE = new OutputTag<>("late") {};

    static Windows of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Windows(Sizes.numbers(random), Sizes.keys(random), 1 + random.nextInt(1 << random.nextInt(1, 10)));
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        long modulus = keys;
        SingleOutputStreamOperator<String> windows = environment
                .fromSource(source, WatermarkStrategy.forBoundedOutOfOrderness(Duration.ofMillis(20)), "numbers")
                .keyBy((KeySelector<Long, Long>) number -> number % modulus)
                .window(TumblingEventTimeWindows.of(Duration.ofMillis(size)))
                .sideOutputLateData(LATE)
                .process(new Contents());
        windows.sinkTo(new SimulatedSink<>("windows"));
        windows.getSideOutput(LATE).sinkTo(new SimulatedSink<>("late"));
    }

    @Override
    public void check(Outcome outcome) {
        List<Object> seen = new ArrayList<>(outcome.committed("late"));
        TreeSet<String> fired = new TreeSet<>();
        for (Object result : outcome.committed("windows")) {
            String[] parts = result.toString().split("[@:]");
            if (!fired.add(parts[0] + "@" + parts[1])) {
                throw new AssertionError("window " + parts[0] + "@" + parts[1] + " fired twice");
            }
            for (String text : parts[2].split(" ")) {
                long number = Long.parseLong(text);
                seen.add(number);
                if (number % keys != Long.parseLong(parts[0]) || number / size * size != Long.parseLong(parts[1])) {
                    throw new AssertionError(number + " is in window " + result);
                }
            }
        }
        List<Long> expected = new ArrayList<>();
        for (long number = source.first(); number < source.end(); number++) {
            expected.add(number);
        }
        Results.requireSame(seen, expected);
    }

    private static final class Contents extends ProcessWindowFunction<Long, String, Long, TimeWindow> {
        private static final long serialVersionUID = 1;

        @Override
        public void process(Long key, Context context, Iterable<Long> numbers, Collector<String> out) {
            StringBuilder text = new StringBuilder();
            numbers.forEach(number -> text.append(text.isEmpty() ? "" : " ").append(number));
            out.collect(key + "@" + context.window().getStart() + ":" + text);
        }
    }
}
