package dev.millrace.verification.simulation;

import dev.millrace.core.function.CoGroupFunction;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.JoinFunction;
import dev.millrace.core.function.KeySelector;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.KeyedStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.join.ProcessJoinFunction;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Two streams are joined by key and time: within windows, as groups within windows, and by distance in time. */
record TimeJoins(Numbers left, Numbers right, EventTimes times, long keys, Kind kind, long size, long reach)
        implements Shape.Sized {

    /** How records of two streams come together. */
    enum Kind {
        WINDOW_JOIN,
        WINDOW_GROUPS,
        INTERVAL_JOIN
    }

    static TimeJoins of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new TimeJoins(
                Sizes.fewInOneSplit(random),
                Sizes.fewInOneSplit(random),
                EventTimes.withoutLate(random),
                Sizes.keys(random),
                Kind.values()[random.nextInt(3)],
                1 + random.nextInt(1 << random.nextInt(1, 9)),
                random.nextInt(64));
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        long modulus = keys;
        KeySelector<Long, Long> key = number -> number % modulus;
        DataStream<Long> lefts =
                environment.fromSource(left, times.strategy(), "left").setParallelism(1);
        DataStream<Long> rights =
                environment.fromSource(right, times.strategy(), "right").setParallelism(1);
        TumblingEventTimeWindows windows = TumblingEventTimeWindows.of(Duration.ofMillis(size));
        DataStream<String> pairs = switch (kind) {
            case WINDOW_JOIN ->
                lefts.join(rights).where(key).equalTo(key).window(windows).apply((JoinFunction<Long, Long, String>)
                        (one, other) -> one + "-" + other);
            case WINDOW_GROUPS ->
                lefts.coGroup(rights).where(key).equalTo(key).window(windows).apply(new Groups());
            case INTERVAL_JOIN -> intervals(lefts.keyBy(key), rights.keyBy(key));
        };
        pairs.sinkTo(new SimulatedSink<>("pairs"));
    }

    private DataStream<String> intervals(KeyedStream<Long, Long> lefts, KeyedStream<Long, Long> rights) {
        return lefts.intervalJoin(rights)
                .between(Duration.ofMillis(-reach), Duration.ofMillis(size))
                .upperBoundExclusive()
                .process(new Pairs());
    }

    @Override
    public void check(Outcome outcome) {
        List<String> expected = new ArrayList<>();
        for (long one = left.first(); one < left.end(); one++) {
            for (long other = right.first(); other < right.end(); other++) {
                if (kind != Kind.WINDOW_GROUPS && one % keys == other % keys && meet(times.of(one), times.of(other))) {
                    expected.add(one + "-" + other);
                }
            }
        }
        if (kind == Kind.WINDOW_GROUPS) {
            addGroups(expected);
        }
        Results.requireSame(outcome.committed("pairs"), expected);
    }

    private boolean meet(long one, long other) {
        return kind == Kind.WINDOW_JOIN ? one / size == other / size : other >= one - reach && other < one + size;
    }

    private void addGroups(List<String> expected) {
        TreeSet<Long> windows = new TreeSet<>();
        for (long number = 0; number < Math.max(left.end(), right.end()); number++) {
            windows.add(times.of(number) / size);
        }
        for (long window : windows) {
            for (long key = 0; key < keys; key++) {
                List<Long> lefts = in(left, window, key);
                List<Long> rights = in(right, window, key);
                if (!lefts.isEmpty() || !rights.isEmpty()) {
                    expected.add(text(lefts) + "|" + text(rights));
                }
            }
        }
    }

    private List<Long> in(Numbers numbers, long window, long key) {
        List<Long> found = new ArrayList<>();
        for (long number = numbers.first(); number < numbers.end(); number++) {
            if (number % keys == key && times.of(number) / size == window) {
                found.add(number);
            }
        }
        return found;
    }

    private static String text(Iterable<Long> numbers) {
        TreeSet<Long> sorted = new TreeSet<>();
        numbers.forEach(sorted::add);
        return sorted.toString();
    }

    private static final class Groups implements CoGroupFunction<Long, Long, String> {
        private static final long serialVersionUID = 1;

        @Override
        public void coGroup(Iterable<Long> lefts, Iterable<Long> rights, Collector<String> out) {
            out.collect(text(lefts) + "|" + text(rights));
        }
    }

    private static final class Pairs extends ProcessJoinFunction<Long, Long, String> {
        private static final long serialVersionUID = 1;

        @Override
        public void processElement(Long one, Long other, Context context, Collector<String> out) {
            out.collect(one + "-" + other);
        }
    }
}
