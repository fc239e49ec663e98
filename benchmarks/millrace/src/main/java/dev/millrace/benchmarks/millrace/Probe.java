package dev.millrace.benchmarks.millrace;

import dev.millrace.benchmarks.workload.Chain;
import dev.millrace.benchmarks.workload.JobTimer;
import dev.millrace.benchmarks.workload.KeyedCount;
import dev.millrace.benchmarks.workload.Measure;
import dev.millrace.benchmarks.workload.Mix;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.AggregateFunction;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.window.SlidingEventTimeWindows;
import java.io.PrintStream;
import java.time.Duration;

/** Programs of which only Millrace has one, timed as workloads are: how a cost grows when a program asks for more. */
public final class Probe {
    private static final int WARM_UPS = 3;
    private static final int WARM_UP_SHARE = 8;
    private static final int PARALLELISM = 2;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final int KEYS = 1_000;
    /** So many records have the same event time, in milliseconds: a million come in a second of it. */
    private static final long RECORDS_PER_MILLI = 1_000;

    private Probe() {}

    /** What is built, for a size of its kind. */
    private interface Program {
        void build(StreamExecutionEnvironment env, long records, int size);
    }

    /**
     * Arguments in this order: {@code maps} with their number or {@code slide} with its milliseconds, records of a job, and
     * for how many seconds jobs are repeated to warm up and again to be measured.
     */
    public static void main(String[] args) throws Exception {
        PrintStream lines = Measure.takeOutput();
        Program program = switch (args[0]) {
            case "maps" -> Probe::maps;
            case "slide" -> Probe::slide;
            default -> throw new IllegalArgumentException("There is no probe " + args[0] + "; take maps or slide");
        };
        String name = args[0] + "-" + args[1];
        int size = Integer.parseInt(args[1]);
        long records = Long.parseLong(args[2]);
        double seconds = Double.parseDouble(args[3]);
        JobTimer timer = new JobTimer(lines);
        double spent = 0;
        for (int i = 0; i < WARM_UPS || spent < seconds; i++) {
            spent += timer.time("warm-up", name, records / WARM_UP_SHARE, job(program, records / WARM_UP_SHARE, size));
        }
        spent = 0;
        do {
            System.gc();
            spent += timer.time("job", name, records, job(program, records, size));
        } while (spent < seconds);
        System.exit(0);
    }

    private static JobTimer.Job job(Program program, long records, int size) {
        return () -> {
            StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
            env.setParallelism(PARALLELISM);
            program.build(env, records, size);
            env.execute("probe");
            return "";
        };
    }

    private static void maps(StreamExecutionEnvironment env, long records, int maps) {
        DataStream<Long> stream = env.fromSource(
                new NumberSource<Long>(
                        records / PARALLELISM,
                        NumberSource.Schedule.AT_ONCE,
                        (index, from, sources, due, out) -> out.emit(index * sources + from)),
                WatermarkStrategy.noWatermarks(),
                "numbers");
        for (int i = 0; i < maps; i++) {
            stream = stream.map(value -> Chain.spread(value));
        }
        stream.sinkTo(new TallySink<>(value -> value));
    }

    private static void slide(StreamExecutionEnvironment env, long records, int millis) {
        env.fromSource(
                        new NumberSource<Long>(
                                records / PARALLELISM,
                                NumberSource.Schedule.AT_ONCE,
                                (index, from, sources, due, out) -> {
                                    long number = index * sources + from;
                                    out.emit(KeyedCount.key(number, KEYS), number / RECORDS_PER_MILLI);
                                }),
                        WatermarkStrategy.forMonotonousTimestamps(),
                        "events")
                .keyBy(key -> key)
                .window(SlidingEventTimeWindows.of(WINDOW, Duration.ofMillis(millis)))
                .aggregate(new Count())
                .sinkTo(new TallySink<>(Mix::of));
    }

    private static final class Count implements AggregateFunction<Long, Long, Long> {
        private static final long serialVersionUID = 1;

        @Override
        public Long createAccumulator() {
            return 0L;
        }

        @Override
        public Long add(Long key, Long count) {
            return count + 1;
        }

        @Override
        public Long getResult(Long count) {
            return count;
        }

        @Override
        public Long merge(Long a, Long b) {
            return a + b;
        }
    }
}
