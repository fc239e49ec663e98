package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.tuple.Tuple4;
import dev.millrace.stream.KeyedStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.WindowedStream;
import dev.millrace.stream.window.CumulativeProcessingTimeWindows;
import dev.millrace.stream.window.ProcessWindowFunction;
import dev.millrace.stream.window.TimeWindow;
import dev.millrace.stream.window.TumblingProcessingTimeWindows;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Windows of the clock. When a number comes is not known beforehand, but its order is: the windows of a key that fire hold
 * the first numbers of that key, each once, or each in all windows of its stretch that end behind it; what is open when the
 * data ends is not told.
 */
record ClockWindows(Numbers source, long keys, long stepMillis, long steps) implements Shape.Sized {
    static ClockWindows of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new ClockWindows(
                Sizes.oneSplit(random),
                Sizes.keys(random),
                1 + random.nextInt(1 << random.nextInt(1, 9)),
                random.nextBoolean() ? 1 : 2 + random.nextInt(4));
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        long modulus = keys;
        KeyedStream<Long, Long> keyed = environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "numbers")
                .setParallelism(1)
                .keyBy((KeySelector<Long, Long>) number -> number % modulus);
        Duration step = Duration.ofMillis(stepMillis);
        WindowedStream<Long, Long, TimeWindow> windowed = steps == 1
                ? keyed.window(TumblingProcessingTimeWindows.of(step))
                : keyed.window(CumulativeProcessingTimeWindows.of(step.multipliedBy(steps), step));
        windowed.process(new Tell()).sinkTo(new SimulatedSink<>("windows"));
    }

    @Override
    @SuppressWarnings("unchecked") // what the windows tell
    public void check(Outcome outcome) {
        Map<Long, TreeMap<Long, TreeMap<Long, List<Long>>>> told = new TreeMap<>();
        for (Object each : outcome.committed("windows")) {
            Tuple4<Long, Long, Long, List<Long>> window = (Tuple4<Long, Long, Long, List<Long>>) each;
            List<Long> before = told.computeIfAbsent(window.f0, none -> new TreeMap<>())
                    .computeIfAbsent(window.f1, none -> new TreeMap<>())
                    .put(window.f2, window.f3);
            require(before == null, window + " fired twice");
            require(window.f2 - window.f1 <= stepMillis * steps, window + " is too long");
        }
        told.forEach((key, stretches) -> {
            List<Long> all = new ArrayList<>();
            stretches.values().forEach(ends -> all.addAll(largest(ends)));
            long next = source.first() + Math.floorMod(key - source.first(), keys);
            for (long number : all) {
                require(number == next && number < source.end(), "key " + key + " tells " + all + ", not from " + next);
                next += keys;
            }
        });
    }

    /** The contents of the last window of a stretch, with which those of the others begin. */
    private static List<Long> largest(TreeMap<Long, List<Long>> ends) {
        List<Long> before = List.of();
        for (List<Long> contents : ends.values()) {
            int size = Math.min(before.size(), contents.size());
            require(contents.subList(0, size).equals(before), contents + " came after " + before);
            before = contents;
        }
        return before;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    private static final class Tell
            extends ProcessWindowFunction<Long, Tuple4<Long, Long, Long, List<Long>>, Long, TimeWindow> {
        private static final long serialVersionUID = 1;

        @Override
        public void process(
                Long key,
                Context context,
                Iterable<Long> numbers,
                Collector<Tuple4<Long, Long, Long, List<Long>>> out) {
            List<Long> all = new ArrayList<>();
            numbers.forEach(all::add);
            out.collect(
                    Tuple4.of(key, context.window().getStart(), context.window().getEnd(), all));
        }
    }
}
