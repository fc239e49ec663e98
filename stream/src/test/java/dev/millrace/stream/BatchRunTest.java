package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.generator.NumberSequenceSource;
import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.option.ExecutionOptions;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.core.option.RuntimeExecutionMode;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.broadcast.BroadcastProcessFunction;
import dev.millrace.stream.broadcast.KeyedBroadcastProcessFunction;
import dev.millrace.stream.function.KeyedCoProcessFunction;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.stream.source.SourceFunction;
import dev.millrace.stream.window.TumblingProcessingTimeWindows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BatchRunTest {

    private final StreamExecutionEnvironment environment = batch(3);

    private static StreamExecutionEnvironment batch(int parallelism) {
        return Runs.environment(parallelism).setRuntimeMode(RuntimeExecutionMode.BATCH);
    }

    @Test
    void rollingResultsAreTheLastOnes() throws Exception {
        SingleOutputStreamOperator<Tuple2<String, Integer>> counts = environment
                .fromData("to", "be", "or", "not", "to", "be")
                .map(word -> Tuple2.of(word, 1))
                .keyBy(word -> word.f0)
                .sum(1);
        assertThat(Runs.results(counts))
                .containsExactlyInAnyOrder(
                        Tuple2.of("to", 2), Tuple2.of("be", 2), Tuple2.of("or", 1), Tuple2.of("not", 1));
        assertThat(Runs.results(environment
                        .fromSequence(1, 1_000)
                        .keyBy(number -> number % 3)
                        .reduce(Long::sum)))
                .containsExactlyInAnyOrder(166_833L, 167_167L, 166_500L);
    }

    @Test
    void aKeyIsWorkedOffBeforeTheNextOneBegins() throws Exception {
        List<Long> keys = Runs.results(environment
                .fromSequence(0, 9_999)
                .keyBy(number -> number % 100)
                .process(new KeyedProcessFunction<Long, Long, Long>() {
                    @Override
                    public void processElement(Long value, Context context, Collector<Long> out) {
                        context.timerService().registerEventTimeTimer(value);
                        out.collect(context.getCurrentKey());
                    }

                    @Override
                    public void onTimer(long timestamp, OnTimerContext context, Collector<Long> out) {
                        out.collect(context.getCurrentKey());
                    }
                })
                .setParallelism(1));
        assertThat(keys).hasSize(20_000);
        List<Long> runs = new ArrayList<>();
        for (Long key : keys) {
            if (runs.isEmpty() || !runs.get(runs.size() - 1).equals(key)) {
                runs.add(key);
            }
        }
        assertThat(runs).hasSize(100).doesNotHaveDuplicates();
    }

    /** Says what a key finds when it begins, and what time is when its records and timers come. */
    private static final class Watching extends KeyedProcessFunction<Long, Long, String> {

        private transient ValueState<Long> seen;

        @Override
        public void open(OpenContext openContext) {
            seen = getRuntimeContext().getState(new ValueStateDescriptor<>("seen", Long.class));
        }

        @Override
        public void processElement(Long value, Context context, Collector<String> out) throws Exception {
            if (seen.value() == null) {
                context.timerService().registerProcessingTimeTimer(Long.MAX_VALUE - 1);
                context.timerService().registerEventTimeTimer(7);
                out.collect("begins at " + context.timerService().currentWatermark());
            }
            seen.update(value);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) throws Exception {
            out.collect(context.timeDomain() + " at " + context.timerService().currentWatermark() + " after "
                    + seen.value());
            context.timerService().registerProcessingTimeTimer(timestamp + 1);
        }
    }

    @Test
    void timeOfAKeyComesToItsEndAfterItsLastRecord() throws Exception {
        assertThat(Runs.results(environment
                        .fromSource(
                                new NumberSequenceSource(0, 5),
                                WatermarkStrategy.<Long>forMonotonousTimestamps()
                                        .withTimestampAssigner((value, timestamp) -> value),
                                "numbers")
                        .setParallelism(1)
                        .keyBy(number -> number % 2)
                        .process(new Watching())
                        .setParallelism(1)))
                .containsExactlyInAnyOrder(
                        "begins at " + Long.MIN_VALUE,
                        "begins at " + Long.MIN_VALUE,
                        "EVENT_TIME at " + Long.MAX_VALUE + " after 4",
                        "EVENT_TIME at " + Long.MAX_VALUE + " after 5",
                        "PROCESSING_TIME at " + Long.MAX_VALUE + " after 4",
                        "PROCESSING_TIME at " + Long.MAX_VALUE + " after 5");
    }

    @Test
    void processingTimeWindowsFireAtTheEndOfTheirKey() throws Exception {
        List<Long> sums = Runs.results(environment
                .fromSequence(1, 100)
                .keyBy(number -> number % 2)
                .window(TumblingProcessingTimeWindows.of(Duration.ofDays(10_000)))
                .reduce(Long::sum));
        assertThat(sums.stream().mapToLong(Long::longValue).sum()).isEqualTo(5_050);
    }

    @Test
    void theFirstInputOfAKeyComesBeforeItsSecond() throws Exception {
        List<String> results = Runs.results(environment
                .fromSequence(1, 2_000)
                .connect(environment.fromSequence(1, 1_000))
                .keyBy(number -> number % 5, number -> number % 5)
                .process(new KeyedCoProcessFunction<Long, Long, Long, String>() {
                    private transient ValueState<Long> lefts;

                    @Override
                    public void open(OpenContext openContext) {
                        lefts = getRuntimeContext().getState(new ValueStateDescriptor<>("lefts", Long.class));
                    }

                    @Override
                    public void processElement1(Long value, Context context, Collector<String> out) throws Exception {
                        lefts.update(lefts.value() == null ? 1 : lefts.value() + 1);
                    }

                    @Override
                    public void processElement2(Long value, Context context, Collector<String> out) throws Exception {
                        out.collect("after " + lefts.value());
                    }
                }));
        assertThat(results).hasSize(1_000).containsOnly("after 400");
    }

    private static final MapStateDescriptor<Long, Long> RULES =
            new MapStateDescriptor<>("rules", Long.class, Long.class);

    @Test
    void whatIsBroadcastComesFirst() throws Exception {
        DataStream<Long> numbers = environment.fromSequence(1, 3_000);
        BroadcastStream<Long> rules = environment.fromSequence(1, 700).broadcast(RULES);
        assertThat(Runs.results(numbers.connect(rules).process(new BroadcastProcessFunction<Long, Long, Integer>() {
                    @Override
                    public void processElement(Long value, ReadOnlyContext context, Collector<Integer> out)
                            throws Exception {
                        int known = 0;
                        for (var each : context.getBroadcastState(RULES).immutableEntries()) {
                            known++;
                        }
                        out.collect(known);
                    }

                    @Override
                    public void processBroadcastElement(Long value, Context context, Collector<Integer> out)
                            throws Exception {
                        context.getBroadcastState(RULES).put(value, value);
                    }
                })))
                .hasSize(3_000)
                .containsOnly(700);
        DataStream<Long> again = environment.fromSequence(1, 3_000);
        BroadcastStream<Long> others = environment.fromSequence(1, 700).broadcast(RULES);
        assertThat(Runs.results(again.keyBy(number -> number % 10)
                        .connect(others)
                        .process(new KeyedBroadcastProcessFunction<Long, Long, Long, Boolean>() {
                            @Override
                            public void processElement(Long value, ReadOnlyContext context, Collector<Boolean> out)
                                    throws Exception {
                                out.collect(context.getBroadcastState(RULES).contains(700L));
                            }

                            @Override
                            public void processBroadcastElement(Long value, Context context, Collector<Boolean> out)
                                    throws Exception {
                                context.getBroadcastState(RULES).put(value, value);
                            }
                        })))
                .hasSize(3_000)
                .containsOnly(true);
    }

    @Test
    void oneStreamMayBeBroadcastBesideItself() throws Exception {
        DataStream<Long> numbers = environment.fromSequence(1, 30_000).map(number -> number);
        assertThat(Runs.results(numbers.connect(numbers.broadcast(RULES))
                        .process(new BroadcastProcessFunction<Long, Long, Long>() {
                            @Override
                            public void processElement(Long value, ReadOnlyContext context, Collector<Long> out) {
                                out.collect(value);
                            }

                            @Override
                            public void processBroadcastElement(Long value, Context context, Collector<Long> out) {}
                        })))
                .hasSize(30_000);
    }

    /** Fails at the last of its records, once. */
    private static final class FailsLate extends RichMapFunction<Long, Long> {
        private static final AtomicBoolean FAILED = new AtomicBoolean();

        @Override
        public Long map(Long value) {
            if (value == 5_000 && FAILED.compareAndSet(false, true)) {
                throw new IllegalStateException("planned");
            }
            return value;
        }
    }

    @Test
    void aJobThatFailsStartsAgainAndItsResultsCountOnce() throws Exception {
        FailsLate.FAILED.set(false);
        environment.setRestartStrategy(RestartStrategies.fixedDelayRestart(3, 0));
        List<Long> results = Runs.results(
                environment.fromSequence(1, 5_000).keyBy(number -> number % 4).map(new FailsLate()));
        assertThat(FailsLate.FAILED).isTrue();
        Runs.assertSameRecords(results, LongStream.rangeClosed(1, 5_000).boxed().toList());
    }

    /** Counts up for ever. */
    private static final class Endless implements SourceFunction<Long> {
        @Override
        public void run(SourceContext<Long> ctx) {
            throw new AssertionError("is never run");
        }

        @Override
        public void cancel() {}
    }

    @Test
    void aSourceWithoutEndIsRefusedByName() {
        environment.addSource(new Endless(), "heartbeats").sinkTo(new DiscardingSink<>());
        assertThatThrownBy(environment::execute)
                .hasMessageContaining("heartbeats")
                .hasMessageContaining("STREAMING");
    }

    @Test
    void aLoopIsRefused() {
        IterativeStream<Long> loop = environment.fromSequence(1, 10).iterate();
        loop.closeWith(loop.filter(number -> false));
        assertThatThrownBy(environment::execute)
                .hasMessageContaining("Iteration")
                .hasMessageContaining("STREAMING");
    }

    @Test
    void automaticIsBatchWhenAllSourcesEnd() throws Exception {
        Configuration settings = new Configuration();
        settings.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.AUTOMATIC);
        StreamExecutionEnvironment automatic = StreamExecutionEnvironment.createLocalEnvironment(2, settings);
        assertThat(Runs.results(automatic.fromData(1, 2, 3).keyBy(x -> 0).reduce(Integer::sum)))
                .containsExactly(6);
        automatic.fromData(1L).union(automatic.addSource(new Endless())).sinkTo(new DiscardingSink<>());
        assertThat(automatic.getJobGraph("stream").settings().batch()).isFalse();
        StreamExecutionEnvironment looping = StreamExecutionEnvironment.createLocalEnvironment(2, settings);
        IterativeStream<Long> loop = looping.fromSequence(1, 10).iterate();
        loop.closeWith(loop.filter(number -> false));
        assertThat(looping.getJobGraph("loop").settings().batch()).isFalse();
    }

    @Test
    void streamingIsTheDefault() throws Exception {
        assertThat(Runs.results(
                        Runs.environment(1).fromData(1, 2, 3).keyBy(x -> 0).reduce(Integer::sum)))
                .containsExactly(1, 3, 6);
    }

    @Test
    void aStreamThatIsTakenAsKeyedIsGatheredToo() throws Exception {
        environment.setParallelism(1);
        DataStream<Long> numbers = environment.fromSequence(0, 99);
        assertThat(Runs.results(DataStreamUtils.reinterpretAsKeyedStream(numbers, number -> number % 10)
                        .map(number -> number % 10)))
                .hasSize(100);
        DataStream<Long> again = environment.fromSequence(0, 99);
        List<Long> keys = Runs.results(DataStreamUtils.reinterpretAsKeyedStream(again, number -> number % 10)
                .process(new KeyedProcessFunction<Long, Long, Long>() {
                    @Override
                    public void processElement(Long value, Context context, Collector<Long> out) {
                        out.collect(context.getCurrentKey());
                    }
                }));
        assertThat(keys).hasSize(100);
        for (int place = 0; place < 100; place++) {
            assertThat(keys.get(place)).isEqualTo(keys.get(place / 10 * 10));
        }
    }
}
