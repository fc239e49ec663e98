package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.CloseableIterator;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.function.MapFunction;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.job.JobClient;
import dev.millrace.core.option.CheckpointingOptions;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.async.ResultFuture;
import dev.millrace.stream.async.RichAsyncFunction;
import dev.millrace.stream.function.CoMapFunction;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops on the engine: they compute what a plain loop computes, and end when nothing is left in them. */
@Timeout(120)
class LoopsRunTest {

    private static long rounds(long number) {
        return number * 7919 % 13;
    }

    private static List<Long> numbers(long count) {
        return LongStream.range(0, count).boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 500, 5_000, 20_000})
    void aRecordGoesRoundUntilItIsDone(long count) throws Exception {
        SplittableRandom random = new SplittableRandom(count);
        StreamExecutionEnvironment environment = Runs.environment(1 + random.nextInt(3));
        IterativeStream<Tuple2<Long, Long>> loop = environment
                .fromData(numbers(count))
                .rebalance()
                .map(number -> Tuple2.of(number, rounds(number)))
                .iterate();
        DataStream<Tuple2<Long, Long>> less = loop.keyBy(lap -> lap.f0)
                .map(lap -> Tuple2.of(lap.f0, lap.f1 - 1))
                .setParallelism(1 + random.nextInt(3));
        loop.closeWith(less.filter(lap -> lap.f1 >= 0));
        List<Long> results = Runs.results(less.filter(lap -> lap.f1 < 0).map(lap -> lap.f0));
        Runs.assertSameRecords(results, numbers(count));
    }

    @Test
    void aLoopThatMultipliesItsRecordsIsNotStoppedByItsOwnFullChannels() throws Exception {
        int depth = 16;
        for (int parallelism = 1; parallelism <= 3; parallelism++) {
            StreamExecutionEnvironment environment = Runs.environment(parallelism);
            IterativeStream<Long> loop =
                    environment.fromData(1L, 1L).rebalance().iterate();
            DataStream<Long> children = loop.<Long>flatMap((node, out) -> {
                        if (node < 1L << depth) {
                            out.collect(2 * node);
                            out.collect(2 * node + 1);
                        }
                    })
                    .rebalance();
            loop.closeWith(children);
            List<Long> results = Runs.results(children.filter(node -> node >= 1L << depth));
            assertThat(results).hasSize(2 << depth);
            assertThat(results.stream().distinct().count()).isEqualTo(1L << depth);
        }
    }

    @Test
    void severalWaysBackMayLeadToOneHead() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        IterativeStream<Tuple2<Long, Long>> loop = environment
                .fromData(numbers(1_000))
                .map(number -> Tuple2.of(number, number))
                .rebalance()
                .iterate();
        loop.closeWith(loop.filter(lap -> lap.f1 > 1 && lap.f1 % 2 == 0).map(lap -> Tuple2.of(lap.f0, lap.f1 / 2)));
        loop.closeWith(loop.filter(lap -> lap.f1 > 1 && lap.f1 % 2 == 1)
                .map(lap -> Tuple2.of(lap.f0, 3 * lap.f1 + 1))
                .keyBy(lap -> lap.f0));
        List<Long> results = Runs.results(loop.filter(lap -> lap.f1 <= 1).map(lap -> lap.f0));
        Runs.assertSameRecords(results, numbers(1_000));
    }

    @Test
    void loopsMayLieInLoops() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        IterativeStream<Tuple2<Long, Long>> outer = environment
                .fromData(numbers(500))
                .map(number -> Tuple2.of(number, 3L))
                .rebalance()
                .iterate();
        IterativeStream<Tuple2<Long, Long>> inner =
                outer.map(lap -> Tuple2.of(lap.f0, 100 * lap.f1 + 7)).iterate();
        DataStream<Tuple2<Long, Long>> passed = inner.keyBy(lap -> lap.f0).map(lap -> Tuple2.of(lap.f0, lap.f1 - 1));
        inner.closeWith(passed.filter(lap -> lap.f1 % 100 > 0));
        DataStream<Tuple2<Long, Long>> left =
                passed.filter(lap -> lap.f1 % 100 == 0).map(lap -> Tuple2.of(lap.f0, lap.f1 / 100 - 1));
        outer.closeWith(left.filter(lap -> lap.f1 > 0));
        List<Long> results = Runs.results(left.filter(lap -> lap.f1 <= 0).map(lap -> lap.f0));
        Runs.assertSameRecords(results, numbers(500));
    }

    @Test
    void twoLoopsMayShareTheirBody() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        IterativeStream<Long> first =
                environment.fromData(numbers(300)).rebalance().iterate();
        IterativeStream<Long> second =
                environment.fromData(numbers(400)).rebalance().iterate();
        DataStream<Long> less = first.union(second).rebalance().map(number -> number - 1);
        first.closeWith(less.filter(number -> number > 0 && number % 2 == 0));
        second.closeWith(less.filter(number -> number > 0 && number % 2 == 1));
        List<Long> results = Runs.results(less.filter(number -> number <= 0));
        assertThat(results).hasSize(700);
    }

    @Test
    void whatComesBackMayBeOfAnotherType() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        IterativeStream.ConnectedIterativeStreams<Long, String> loop =
                environment.fromData(numbers(1_000)).rebalance().iterate(100).withFeedbackType(String.class);
        DataStream<String> texts = loop.keyBy(number -> number, text -> (long) text.length())
                .map(new CoMapFunction<Long, String, String>() {
                    @Override
                    public String map1(Long number) {
                        return "x";
                    }

                    @Override
                    public String map2(String text) {
                        return text + "x";
                    }
                });
        loop.closeWith(texts.filter(text -> text.length() < 5));
        List<String> results = Runs.results(texts.filter(text -> text.length() >= 5));
        assertThat(results).hasSize(1_000).containsOnly("xxxxx");
    }

    /** Tells each vertex the lowest label that has come to it, which it passes on to its neighbours. */
    private static final class Lowest extends KeyedProcessFunction<Long, Tuple2<Long, Long>, Tuple2<Long, Long>> {
        private static final long serialVersionUID = 1;
        private transient ValueState<Long> label;
        private transient ListState<Long> neighbours;

        @Override
        public void open(OpenContext context) throws Exception {
            label = getRuntimeContext().getState(new ValueStateDescriptor<>("label", Long.class));
            neighbours = getRuntimeContext().getListState(new ListStateDescriptor<>("neighbours", Long.class));
        }

        /** A pair is an edge where its second is not negative, else a label. */
        @Override
        public void processElement(Tuple2<Long, Long> pair, Context context, Collector<Tuple2<Long, Long>> out)
                throws Exception {
            long known = label.value() == null ? pair.f0 : label.value();
            if (pair.f1 >= 0) {
                label.update(known);
                neighbours.add(pair.f1);
                out.collect(Tuple2.of(pair.f1, -1 - known));
            } else if (-1 - pair.f1 < known) {
                label.update(-1 - pair.f1);
                for (long neighbour : neighbours.get()) {
                    out.collect(Tuple2.of(neighbour, pair.f1));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void labelsSpreadToWholeComponents(int parallelism) throws Exception {
        SplittableRandom random = new SplittableRandom(parallelism);
        int vertices = 600;
        int[] component =
                LongStream.range(0, vertices).mapToInt(vertex -> (int) vertex).toArray();
        List<Tuple2<Long, Long>> edges = new ArrayList<>();
        for (int i = 0; i < vertices; i++) {
            int from = random.nextInt(vertices);
            int to = random.nextInt(vertices);
            edges.add(Tuple2.of((long) from, (long) to));
            edges.add(Tuple2.of((long) to, (long) from));
            int lower = Math.min(component[from], component[to]);
            int upper = Math.max(component[from], component[to]);
            for (int vertex = 0; vertex < vertices; vertex++) {
                component[vertex] = component[vertex] == upper ? lower : component[vertex];
            }
        }
        IterativeStream<Tuple2<Long, Long>> loop =
                Runs.environment(parallelism).fromData(edges).rebalance().iterate();
        DataStream<Tuple2<Long, Long>> labels = loop.keyBy(pair -> pair.f0).process(new Lowest());
        loop.closeWith(labels);
        long[] lowest = LongStream.range(0, vertices).toArray();
        for (Tuple2<Long, Long> label : Runs.results(labels)) {
            lowest[label.f0.intValue()] = Math.min(lowest[label.f0.intValue()], -1 - label.f1);
        }
        assertThat(lowest)
                .isEqualTo(java.util.Arrays.stream(component).asLongStream().toArray());
    }

    @Test
    void windowsInALoopFireBeforeItEndsAndWhatTheyEmitGoesRound() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        IterativeStream<Long> loop = environment
                .fromData(numbers(1_000))
                .assignTimestampsAndWatermarks(WatermarkStrategy.<Long>forMonotonousTimestamps()
                        .withTimestampAssigner((number, before) -> number))
                .rebalance()
                .iterate();
        DataStream<Long> sums = loop.filter(number -> number >= 0)
                .keyBy(number -> number % 3)
                .window(TumblingEventTimeWindows.of(Duration.ofMillis(64)))
                .reduce(Long::sum)
                .map(sum -> -1 - sum);
        loop.closeWith(sums);
        List<Long> results = Runs.results(loop.filter(number -> number < 0));
        assertThat(results.stream().mapToLong(sum -> -1 - sum).sum()).isEqualTo(999L * 1_000 / 2);
    }

    @Test
    void aLoopWaitsForAnswersThatAreUnderWay() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        IterativeStream<Long> loop =
                environment.fromData(5L, 6L, 7L).rebalance().iterate();
        DataStream<Long> answers = AsyncDataStream.unorderedWait(loop, new Later(), 60, TimeUnit.SECONDS);
        loop.closeWith(answers.filter(number -> number > 0));
        assertThat(Runs.results(answers.filter(number -> number <= 0))).hasSize(3);
    }

    private static final class Later extends RichAsyncFunction<Long, Long> {
        private static final long serialVersionUID = 1;

        @Override
        public void asyncInvoke(Long number, ResultFuture<Long> result) {
            CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS)
                    .execute(() -> result.complete(List.of(number - 1)));
        }
    }

    /** Lets nobody out until the gate is open. */
    private static final AtomicBoolean OPEN = new AtomicBoolean();

    private static volatile CountDownLatch laps = new CountDownLatch(1);

    @Test
    void aLoopThatNeverEndsIsStoppedAndGoesOnWithAllThatWasInIt(@TempDir Path directory) throws Exception {
        for (int parallelism : new int[] {2, 3}) {
            OPEN.set(false);
            laps = new CountDownLatch(20_000);
            StreamExecutionEnvironment first = Runs.environment(2).enableCheckpointing(50);
            first.getCheckpointConfig()
                    .setCheckpointStorage(
                            directory.resolve("at" + parallelism).toUri().toString());
            CloseableIterator<Tuple2<Long, Long>> none = endless(first).collectAsync();
            JobClient job = first.executeAsync("endless");
            laps.await();
            String savepoint = job.stopWithSavepoint(false).get();
            assertThat(none).isExhausted();
            OPEN.set(true);
            StreamExecutionEnvironment second = StreamExecutionEnvironment.getExecutionEnvironment(
                            Configuration.fromMap(Map.of(CheckpointingOptions.RESTORE_PATH.key(), savepoint)))
                    .setParallelism(parallelism);
            List<Tuple2<Long, Long>> results = Runs.results(endless(second));
            Runs.assertSameRecords(results.stream().map(lap -> lap.f0).toList(), numbers(2_000));
        }
    }

    /** Numbers that go round, with event time outside that wants to come in, until the gate is open. */
    private static DataStream<Tuple2<Long, Long>> endless(StreamExecutionEnvironment environment) {
        IterativeStream<Tuple2<Long, Long>> loop = environment
                .fromSequence(0, 1_999)
                .assignTimestampsAndWatermarks(WatermarkStrategy.<Long>forMonotonousTimestamps()
                        .withTimestampAssigner((number, before) -> number))
                .map(number -> Tuple2.of(number, 0L))
                .iterate();
        DataStream<Tuple2<Long, Long>> passed = loop.keyBy(lap -> lap.f0).map(lap -> {
            laps.countDown();
            return Tuple2.of(lap.f0, OPEN.get() ? 1L : 0L);
        });
        loop.closeWith(passed.filter(lap -> lap.f1 == 0).keyBy(lap -> lap.f0));
        return passed.filter(lap -> lap.f1 == 1);
    }

    @Test
    void recordsMayComeIntoTheBodyFromElsewhere() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        IterativeStream<Long> loop =
                environment.fromData(numbers(100)).rebalance().iterate();
        DataStream<Long> aside = environment.fromSequence(1, 3_000).filter(number -> number <= 200);
        DataStream<Long> less = loop.union(aside).rebalance().map((MapFunction<Long, Long>) number -> number - 1);
        loop.closeWith(less.filter(number -> number > 0));
        assertThat(Runs.results(less.filter(number -> number <= 0))).hasSize(300);
    }

    @Test
    void aLoopMustBeClosedByAStreamThatIsMadeOfIt() {
        StreamExecutionEnvironment environment = Runs.environment(1);
        DataStream<Long> outside = environment.fromSequence(1, 3);
        IterativeStream<Long> loop = outside.iterate();
        loop.print();
        assertThatThrownBy(() -> loop.closeWith(outside))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("does not read the loop");
        assertThatThrownBy(() -> environment.getJobGraph("open"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the loop of Iteration is open; give iterate()'s stream its feedback with closeWith(...), or"
                                + " leave iterate() out");
        assertThatThrownBy(() -> outside.iterate(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlanShowsTheWayBack() {
        StreamExecutionEnvironment environment = Runs.environment(2);
        IterativeStream<Long> loop = environment.fromSequence(1, 3).iterate();
        DataStream<Long> less = loop.keyBy(number -> number).map(number -> number - 1);
        loop.closeWith(less.filter(number -> number > 0));
        less.print();
        assertThat(environment.getJobGraph("loop").toString()).isEqualTo("""
            job loop
              [0] Sequence Source  x2
              [1] Iteration  x2  <- [0] forward, back from [2] forward
              [2] Map -> Filter -> Print to Std. Out  x2  <- [1] hash
            """);
    }
}
