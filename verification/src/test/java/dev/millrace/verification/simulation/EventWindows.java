package dev.millrace.verification.simulation;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.stream.KeyedStream;
import dev.millrace.stream.SingleOutputStreamOperator;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.WindowedStream;
import dev.millrace.stream.window.CumulativeEventTimeWindows;
import dev.millrace.stream.window.EventTimeSessionWindows;
import dev.millrace.stream.window.ProcessWindowFunction;
import dev.millrace.stream.window.SlidingEventTimeWindows;
import dev.millrace.stream.window.TimeWindow;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Windows of all kinds over a disordered stream with late records. Watermarks are part of the stream, so every firing and
 * every late record is known beforehand, whatever befalls the cluster.
 *
 * @param combined whether no more instances read than send, so that records are added up before they travel
 */
record EventWindows(
        Numbers source,
        EventTimes times,
        long keys,
        Kind kind,
        long size,
        long slide,
        long lateness,
        Way way,
        boolean combined)
        implements Shape.Sized {
    private static final OutputTag<Long> LATE = new OutputTag<>("late") {};
    private static final int OVERLAP_MAX = 5;

    /** How windows lie. */
    enum Kind {
        TUMBLING,
        SLIDING,
        SESSIONS,
        CUMULATIVE
    }

    /** How a window's contents are kept. */
    enum Way {
        LIST,
        REDUCED,
        AGGREGATED
    }

    static EventWindows of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        long slide = 1 + random.nextInt(1 << random.nextInt(1, 8));
        return new EventWindows(
                Sizes.oneSplit(random),
                EventTimes.withLate(random),
                Sizes.keys(random),
                kind,
                switch (kind) {
                    case SLIDING -> 1 + random.nextLong(OVERLAP_MAX * slide);
                    case CUMULATIVE -> slide * (1 + random.nextLong(OVERLAP_MAX));
                    case TUMBLING, SESSIONS -> slide;
                },
                slide,
                random.nextInt(3) == 0 ? 0 : random.nextInt(64),
                Way.values()[random.nextInt(3)],
                (seed & 1) == 0);
    }

    boolean sessions() {
        return kind == Kind.SESSIONS;
    }

    /** The beginnings and ends of the windows of a time. */
    List<TimeWindow> windows(long time) {
        if (sessions()) {
            return List.of(new TimeWindow(time, time + size));
        }
        List<TimeWindow> windows = new ArrayList<>();
        if (kind == Kind.CUMULATIVE) {
            long start = time / size * size;
            for (long end = (time / slide + 1) * slide; end <= start + size; end += slide) {
                windows.add(new TimeWindow(start, end));
            }
        } else {
            for (long start = time / slide * slide; start > time - size; start -= slide) {
                windows.add(new TimeWindow(start, start + size));
            }
        }
        return windows;
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        long modulus = keys;
        KeyedStream<Long, Long> keyed = environment
                .fromSource(source, times.strategy(), "numbers")
                .setParallelism(1)
                .keyBy((KeySelector<Long, Long>) number -> number % modulus);
        WindowedStream<Long, Long, TimeWindow> windowed = (switch (kind) {
                    case TUMBLING -> keyed.window(TumblingEventTimeWindows.of(Duration.ofMillis(size)));
                    case SLIDING ->
                        keyed.window(SlidingEventTimeWindows.of(Duration.ofMillis(size), Duration.ofMillis(slide)));
                    case CUMULATIVE ->
                        keyed.window(CumulativeEventTimeWindows.of(Duration.ofMillis(size), Duration.ofMillis(slide)));
                    case SESSIONS -> keyed.window(EventTimeSessionWindows.withGap(Duration.ofMillis(size)));
                })
                .allowedLateness(Duration.ofMillis(lateness))
                .sideOutputLateData(LATE);
        SingleOutputStreamOperator<String> sums = switch (way) {
            case LIST -> windowed.process(new Sums());
            case REDUCED -> windowed.reduce(Long::sum, new Sums());
            case AGGREGATED -> windowed.aggregate(new Total(), new Sums());
        };
        sums.sinkTo(new SimulatedSink<>("sums"));
        sums.getSideOutput(LATE).sinkTo(new SimulatedSink<>("late"));
        if (combined) {
            sums.setParallelism(1);
        }
    }

    @Override
    public void check(Outcome outcome) {
        List<WindowModel> models = new ArrayList<>();
        for (long key = 0; key < keys; key++) {
            models.add(new WindowModel(this, key));
        }
        for (long number = source.first(); number < source.end(); number++) {
            models.get((int) (number % keys)).add(number, times.of(number));
            long watermark = times.watermarkAfter(number);
            models.forEach(model -> model.watermark(watermark));
        }
        models.forEach(model -> model.watermark(Long.MAX_VALUE));
        Results.requireSame(
                outcome.committed("sums"),
                models.stream().flatMap(model -> model.fired().stream()).toList());
        Results.requireSame(
                outcome.committed("late"),
                models.stream().flatMap(model -> model.late().stream()).toList());
    }

    private static final class Sums extends ProcessWindowFunction<Long, String, Long, TimeWindow> {
        private static final long serialVersionUID = 1;

        @Override
        public void process(Long key, Context context, Iterable<Long> numbers, Collector<String> out) {
            long sum = 0;
            for (long number : numbers) {
                sum += number;
            }
            TimeWindow window = context.window();
            out.collect(key + "@" + window.getStart() + "-" + window.getEnd() + ":" + sum);
        }
    }

    /** Adds numbers up in an array that it changes. */
    private static final class Total implements AggregateFunction<Long, long[], Long> {
        private static final long serialVersionUID = 1;

        @Override
        public long[] createAccumulator() {
            return new long[1];
        }

        @Override
        public long[] add(Long number, long[] total) {
            total[0] += number;
            return total;
        }

        @Override
        public Long getResult(long[] total) {
            return total[0];
        }

        @Override
        public long[] merge(long[] one, long[] other) {
            one[0] += other[0];
            return one;
        }
    }
}
