package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.connectors.basic.generator.RateLimiterStrategy;
import dev.millrace.core.connector.Committer;
import dev.millrace.core.connector.CommitterInitContext;
import dev.millrace.core.connector.CommittingSinkWriter;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Sink;
import dev.millrace.core.connector.SinkWriter;
import dev.millrace.core.connector.SupportsCommitter;
import dev.millrace.core.connector.WriterInitContext;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.state.CheckpointListener;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.stream.window.TimeWindow;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MutationRunTest {

    /** Fails once: after some checkpoints, or towards the end where those take long. */
    private static final class FailsOnce extends RichMapFunction<Long, Long> implements CheckpointListener {

        private static final AtomicBoolean FAILED = new AtomicBoolean();
        private static final AtomicLong CHECKPOINTS = new AtomicLong();

        @Override
        public Long map(Long value) {
            boolean due = CHECKPOINTS.get() >= 3 || value > NUMBERS * 3 / 4;
            if (due && FAILED.compareAndSet(false, true)) {
                throw new IllegalStateException("on purpose");
            }
            return value;
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            CHECKPOINTS.incrementAndGet();
        }
    }

    private static final long NUMBERS = 8_000;
    private static final long KEYS = 7;

    private final StreamExecutionEnvironment environment = Runs.environment(2);

    private DataStream<Long> numbersWithAFailure() {
        FailsOnce.FAILED.set(false);
        FailsOnce.CHECKPOINTS.set(0);
        environment.enableCheckpointing(20);
        environment.setRestartStrategy(RestartStrategies.fixedDelayRestart(1, 0));
        return environment
                .fromSource(
                        new DataGeneratorSource<>(n -> n, NUMBERS, RateLimiterStrategy.perSecond(10_000)),
                        WatermarkStrategy.noWatermarks(),
                        "numbers")
                .setParallelism(1)
                .map(new FailsOnce())
                .setParallelism(1);
    }

    private static List<String> sums() {
        long[] sum = new long[(int) KEYS];
        List<String> expected = new ArrayList<>();
        for (long n = 0; n < NUMBERS; n++) {
            int key = (int) (n % KEYS);
            sum[key] += n;
            expected.add(key + ":" + sum[key]);
        }
        return expected;
    }

    /** Emits one tuple again and again. */
    private static final class OneTuple extends RichMapFunction<Long, Tuple2<Long, Long>> {

        private transient Tuple2<Long, Long> tuple;

        @Override
        public void open(OpenContext openContext) {
            tuple = new Tuple2<>();
        }

        @Override
        public Tuple2<Long, Long> map(Long value) {
            tuple.f0 = value % KEYS;
            tuple.f1 = value;
            return tuple;
        }
    }

    @Test
    void aReduceThatChangesItsArgumentsIsExactAcrossARestore() throws Exception {
        List<String> results = Runs.results(numbersWithAFailure()
                .map(new OneTuple())
                .setParallelism(1)
                .keyBy(pair -> pair.f0)
                .reduce((a, b) -> {
                    a.f1 += b.f1;
                    b.f1 = Long.MIN_VALUE;
                    return a;
                })
                .map(pair -> {
                    String text = pair.f0 + ":" + pair.f1;
                    pair.f1 = Long.MAX_VALUE;
                    return text;
                }));
        assertThat(FailsOnce.FAILED).isTrue();
        Runs.assertSameRecords(results, sums());
    }

    /** Keeps an array and a list that it edits in place. */
    private static final class Edits extends KeyedProcessFunction<Long, Tuple2<Long, Long>, String> {

        private transient ValueState<long[]> sum;
        private transient MapState<String, ArrayList<Long>> seen;

        @Override
        public void open(OpenContext openContext) {
            sum = getRuntimeContext().getState(new ValueStateDescriptor<>("sum"));
            seen = getRuntimeContext().getMapState(new MapStateDescriptor<>("seen"));
        }

        @Override
        public void processElement(Tuple2<Long, Long> value, Context ctx, Collector<String> out) throws Exception {
            long[] sums = sum.value();
            if (sums == null) {
                sums = new long[1];
                seen.put("all", new ArrayList<>());
            }
            sums[0] += value.f1;
            sum.update(sums);
            ArrayList<Long> all = seen.get("all");
            all.add(value.f1);
            seen.put("all", all);
            long total = 0;
            for (Long each : all) {
                total += each;
            }
            if (total != sums[0]) {
                throw new IllegalStateException("the list comes to " + total + ", the array to " + sums[0]);
            }
            out.collect(ctx.getCurrentKey() + ":" + sums[0]);
            sums[0] += 0;
        }
    }

    @Test
    void stateObjectsEditedInPlaceAreExactAcrossARestore() throws Exception {
        List<String> results = Runs.results(numbersWithAFailure()
                .map(new OneTuple())
                .setParallelism(1)
                .keyBy(pair -> pair.f0)
                .process(new Edits()));
        assertThat(FailsOnce.FAILED).isTrue();
        Runs.assertSameRecords(results, sums());
    }

    @Test
    void windowsAreExactAcrossARestore() throws Exception {
        List<Tuple2<Long, Long>> results = Runs.results(numbersWithAFailure()
                .assignTimestampsAndWatermarks(WatermarkStrategy.<Long>forMonotonousTimestamps()
                        .withTimestampAssigner((number, before) -> number))
                .setParallelism(1)
                .map(new OneTuple())
                .setParallelism(1)
                .keyBy(pair -> pair.f0)
                .window(TumblingEventTimeWindows.of(Duration.ofMillis(1_000)))
                .reduce((a, b) -> {
                    a.f1 += b.f1;
                    return a;
                }));
        Map<String, Long> expected = new TreeMap<>();
        for (long n = 0; n < NUMBERS; n++) {
            expected.merge(n / 1_000 + "/" + n % KEYS, n, Long::sum);
        }
        assertThat(FailsOnce.FAILED).isTrue();
        Runs.assertSameRecords(
                results.stream().map(pair -> pair.f0 + ":" + pair.f1).toList(),
                expected.entrySet().stream()
                        .map(entry -> entry.getKey().replaceAll(".*/", "") + ":" + entry.getValue())
                        .toList());
    }

    /** Writes files of the mind, visible when committed. */
    private record Published() implements Sink<Long>, SupportsCommitter<Long> {

        private static final Queue<Long> VISIBLE = new ConcurrentLinkedQueue<>();

        @Override
        public SinkWriter<Long> createWriter(WriterInitContext context) {
            return new CommittingSinkWriter<Long, Long>() {
                private final List<Long> open = new ArrayList<>();

                @Override
                public void write(Long element, Context writeContext) {
                    open.add(element);
                }

                @Override
                public void flush(boolean endOfInput) {}

                @Override
                public Collection<Long> prepareCommit() {
                    List<Long> prepared = List.copyOf(open);
                    open.clear();
                    return prepared;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Committer<Long> createCommitter(CommitterInitContext context) {
            return new Committer<>() {
                @Override
                public void commit(Collection<CommitRequest<Long>> committables) {
                    committables.forEach(request -> {
                        if (!VISIBLE.contains(request.getCommittable())) {
                            VISIBLE.add(request.getCommittable());
                        }
                    });
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public SimpleVersionedSerializer<Long> getCommittableSerializer() {
            return new SimpleVersionedSerializer<>() {
                @Override
                public int getVersion() {
                    return 1;
                }

                @Override
                public byte[] serialize(Long number) {
                    return number.toString().getBytes(StandardCharsets.UTF_8);
                }

                @Override
                public Long deserialize(int version, byte[] serialized) {
                    return Long.valueOf(new String(serialized, StandardCharsets.UTF_8));
                }
            };
        }
    }

    @Test
    void aSinkThatCommitsShowsEachResultOnceAndTheLastOnesToo() throws Exception {
        Published.VISIBLE.clear();
        numbersWithAFailure().filter(number -> number % 10 == 0).sinkTo(new Published());
        environment.execute("published");
        assertThat(FailsOnce.FAILED).isTrue();
        Runs.assertSameRecords(
                Published.VISIBLE,
                LongStream.range(0, NUMBERS / 10).mapToObj(n -> n * 10).toList());
    }

    @Test
    @Timeout(60) // a job whose keys wait under other names never ends
    void aWindowThatChangesTheKeysOfItsRecordsChangesNoOtherWindow() throws Exception {
        long window = 100;
        List<String> results = Runs.results(environment
                .fromSource(
                        new DataGeneratorSource<>(n -> Tuple2.of(Tuple2.of(n % KEYS, "key"), n), 1_000),
                        WatermarkStrategy.<Tuple2<Tuple2<Long, String>, Long>>forBoundedOutOfOrderness(
                                        Duration.ofMillis(3 * window))
                                .withTimestampAssigner((visit, before) -> visit.f1),
                        "visits")
                .setParallelism(1)
                .keyBy(visit -> visit.f0)
                .window(TumblingEventTimeWindows.of(Duration.ofMillis(window)))
                .apply(
                        (Tuple2<Long, String> key,
                                TimeWindow span,
                                Iterable<Tuple2<Tuple2<Long, String>, Long>> visits,
                                Collector<String> out) -> {
                            long number = key.f0;
                            long sum = 0;
                            for (Tuple2<Tuple2<Long, String>, Long> visit : visits) {
                                sum += visit.f1;
                                visit.f0.f0 = -1L;
                            }
                            out.collect(span.getEnd() + ": " + number + " " + sum);
                        }));
        Map<String, Long> expected = new TreeMap<>();
        for (long n = 0; n < 1_000; n++) {
            expected.merge((n / window + 1) * window + ": " + n % KEYS, n, Long::sum);
        }
        Runs.assertSameRecords(
                results,
                expected.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .toList());
    }
}
