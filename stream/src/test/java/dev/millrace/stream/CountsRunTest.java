package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.connectors.basic.generator.RateLimiterStrategy;
import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.accumulator.Accumulator;
import dev.millrace.core.accumulator.AverageAccumulator;
import dev.millrace.core.accumulator.DoubleCounter;
import dev.millrace.core.accumulator.IntCounter;
import dev.millrace.core.accumulator.ListAccumulator;
import dev.millrace.core.accumulator.LongCounter;
import dev.millrace.core.accumulator.LongMaximum;
import dev.millrace.core.accumulator.LongMinimum;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.eventtime.WatermarkGenerator;
import dev.millrace.core.eventtime.WatermarkOutput;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.job.JobClient;
import dev.millrace.core.job.JobExecutionResult;
import dev.millrace.core.metric.Counter;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.type.Types;
import dev.millrace.stream.function.ProcessFunction;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a job tells of itself: accumulators, also while it runs, and what its operators counted. */
class CountsRunTest {

    private static final OutputTag<Long> ODD = new OutputTag<>("odd", Types.LONG);
    private static final OutputTag<Long> UNREAD = new OutputTag<>("unread", Types.LONG);

    /** Sends odd numbers aside and every number to a side output that nobody reads. */
    private static final class Splits extends ProcessFunction<Long, Long> {

        @Override
        public void processElement(Long value, Context ctx, Collector<Long> out) {
            ctx.output(UNREAD, value);
            if (value % 2 == 0) {
                out.collect(value);
            } else {
                ctx.output(ODD, value);
            }
        }
    }

    private static final class CountsItself extends RichMapFunction<Long, Long> {

        private transient Counter thousands;

        @Override
        public void open(OpenContext openContext) {
            thousands = getRuntimeContext().getMetricGroup().addGroup("mine").counter("thousands");
        }

        @Override
        public Long map(Long value) {
            if (value % 1_000 == 0) {
                thousands.inc();
            }
            return value;
        }
    }

    @Test
    void theSummaryHasWhatWentInAndOutOfEachOperator() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        SingleOutputStreamOperator<Long> split =
                environment.fromSequence(1, 10_000).process(new Splits()).name("splits");
        split.map(new CountsItself())
                .name("inner")
                .keyBy(number -> number % 10)
                .reduce(Long::sum)
                .name("sums")
                .sinkTo(new DiscardingSink<>())
                .name("sink");
        split.getSideOutput(ODD)
                .flatMap((Long number, Collector<Long> out) -> {
                    out.collect(number);
                    out.collect(number);
                })
                .name("twice")
                .sinkTo(new DiscardingSink<>())
                .name("odd sink");
        JobExecutionResult result = environment.execute("counts");
        Map<String, Long> counts = result.getOperatorCounts();
        assertThat(counts)
                .containsEntry("Sequence Source.numRecordsOut", 10_000L)
                .containsEntry("splits.numRecordsIn", 10_000L)
                .containsEntry("splits.numRecordsOut", 10_000L)
                .containsEntry("inner.numRecordsIn", 5_000L)
                .containsEntry("inner.mine.thousands", 10L)
                .containsEntry("sums.numRecordsIn", 5_000L)
                .containsEntry("sums.numRecordsOut", 5_000L)
                .containsEntry("sink.numRecordsIn", 5_000L)
                .containsEntry("twice.numRecordsIn", 5_000L)
                .containsEntry("twice.numRecordsOut", 10_000L)
                .containsEntry("odd sink.numRecordsIn", 10_000L);
        assertThat(counts.keySet().stream().filter(name -> name.endsWith("TimeMs")))
                .as("three shares of time for each vertex")
                .hasSize(6);
        assertThat(result.getAllAccumulatorResults()).isEmpty();
    }

    private static final Set<String> IDENTIFIERS = ConcurrentHashMap.newKeySet();

    private static final class SaysItsMetric extends RichMapFunction<Long, Long> {

        @Override
        public void open(OpenContext openContext) {
            IDENTIFIERS.add(getRuntimeContext().getMetricGroup().getMetricIdentifier("mine"));
        }

        @Override
        public Long map(Long value) {
            return value;
        }
    }

    @Test
    void operatorsOfOneNameInSeveralVerticesHaveMetricsOfTheirOwnAndAddUpInTheSummary() throws Exception {
        IDENTIFIERS.clear();
        StreamExecutionEnvironment environment = Runs.environment(1);
        environment
                .fromSequence(1, 10)
                .map(new SaysItsMetric())
                .name("same")
                .keyBy(number -> number)
                .map(new SaysItsMetric())
                .name("same")
                .sinkTo(new DiscardingSink<>());
        JobExecutionResult result = environment.execute("names");
        assertThat(IDENTIFIERS).hasSize(2).allMatch(name -> name.endsWith(".same.0.mine"));
        assertThat(result.getOperatorCounts()).containsEntry("same.numRecordsIn", 20L);
    }

    @Test
    void lateRecordsShowInTheSummary() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(1);
        environment
                .fromData(Tuple2.of("a", 10L), Tuple2.of("a", 2_500L), Tuple2.of("a", 20L), Tuple2.of("a", 2_600L))
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.<Tuple2<String, Long>>forGenerator(context -> new EachRecord())
                                .withTimestampAssigner((pair, before) -> pair.f1))
                .keyBy(pair -> pair.f0)
                .window(TumblingEventTimeWindows.of(Duration.ofSeconds(1)))
                .sum(1)
                .name("windows")
                .sinkTo(new DiscardingSink<>());
        JobExecutionResult result = environment.execute("late");
        assertThat(result.getOperatorCounts()).containsEntry("windows.numLateRecordsDropped", 1L);
        assertThat(result.getLateRecordsDropped()).containsExactly(Map.entry("windows", 1L));
        assertThat(result.toString()).contains("late {windows=1}");
    }

    private static final class EachRecord implements WatermarkGenerator<Tuple2<String, Long>> {

        @Override
        public void onEvent(Tuple2<String, Long> event, long timestamp, WatermarkOutput output) {
            output.emitWatermark(new Watermark(timestamp));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }

    /** One accumulator of each kind. */
    private static final class Accumulates extends RichMapFunction<Long, Long> {

        private final IntCounter ints = new IntCounter();
        private final DoubleCounter doubles = new DoubleCounter();
        private final AverageAccumulator average = new AverageAccumulator();
        private final LongMaximum maximum = new LongMaximum();
        private final LongMinimum minimum = new LongMinimum();
        private final ListAccumulator<Long> hundreds = new ListAccumulator<>();

        @Override
        public void open(OpenContext openContext) {
            getRuntimeContext().addAccumulator("ints", ints);
            getRuntimeContext().addAccumulator("doubles", doubles);
            getRuntimeContext().addAccumulator("average", average);
            getRuntimeContext().addAccumulator("maximum", maximum);
            getRuntimeContext().addAccumulator("minimum", minimum);
            getRuntimeContext().addAccumulator("hundreds", hundreds);
        }

        @Override
        public Long map(Long value) {
            ints.add(1);
            doubles.add(0.5);
            average.add(value.doubleValue());
            maximum.add(value);
            minimum.add(value);
            getRuntimeContext().getLongCounter("longs").add(value);
            getRuntimeContext().getHistogram("digits").add((int) (value % 10));
            if (value % 100 == 0) {
                hundreds.add(value);
            }
            return value;
        }
    }

    @Test
    void accumulatorsOfAllKindsAreMergedOverTheTasks() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        environment.fromSequence(1, 1_000).map(new Accumulates()).sinkTo(new DiscardingSink<>());
        JobExecutionResult result = environment.execute("accumulators");
        assertThat(result.getIntCounterResult("ints")).isEqualTo(1_000);
        assertThat(result.<Double>getAccumulatorResult("doubles")).isEqualTo(500.0);
        assertThat(result.<Double>getAccumulatorResult("average")).isEqualTo(500.5);
        assertThat(result.<Long>getAccumulatorResult("maximum")).isEqualTo(1_000L);
        assertThat(result.<Long>getAccumulatorResult("minimum")).isEqualTo(1L);
        assertThat(result.<Long>getAccumulatorResult("longs")).isEqualTo(500_500L);
        assertThat(result.<Map<Integer, Integer>>getAccumulatorResult("digits"))
                .hasSize(10)
                .allSatisfy((digit, count) -> assertThat(count).isEqualTo(100));
        assertThat(result.<List<Long>>getAccumulatorResult("hundreds"))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 10).map(n -> n * 100).boxed().toList());
    }

    /** An accumulator of a user, with a copy that fails. */
    private static final class CannotBeCopied extends LongCounter {

        @Override
        public LongCounter clone() {
            throw new IllegalStateException("no copies");
        }
    }

    /** Adds an accumulator under the name it is given. */
    private static final class Adds extends RichMapFunction<Long, Long> {

        private final LongCounter counter = new CannotBeCopied();

        @Override
        public void open(OpenContext openContext) {
            getRuntimeContext().addAccumulator("own", counter);
        }

        @Override
        public Long map(Long value) {
            counter.add(value);
            return value;
        }
    }

    @Test
    @Timeout(60)
    void aJobEndsThoughAnAccumulatorCannotBeCopied() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        environment.fromSequence(1, 100).map(new Adds()).sinkTo(new DiscardingSink<>());
        assertThat(environment.execute().<Long>getAccumulatorResult("own")).isEqualTo(5_050L);
    }

    /** An accumulator of a user whose parts cannot be merged. */
    private static final class CannotBeMerged extends LongCounter {

        @Override
        public void merge(Accumulator<Long, Long> other) {
            throw new IllegalStateException("no merging");
        }
    }

    private static final class AddsTwo extends RichMapFunction<Long, Long> {

        private final LongCounter broken = new CannotBeMerged();
        private final LongCounter whole = new LongCounter();

        @Override
        public void open(OpenContext openContext) {
            getRuntimeContext().addAccumulator("broken", broken);
            getRuntimeContext().addAccumulator("whole", whole);
        }

        @Override
        public Long map(Long value) {
            whole.add(value);
            return value;
        }
    }

    @Test
    void anAccumulatorThatCannotBeMergedFailsWhoAsksForItAlone() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(3);
        environment.fromSequence(1, 100).map(new AddsTwo()).sinkTo(new DiscardingSink<>());
        JobExecutionResult result = environment.execute();
        assertThat(result.<Long>getAccumulatorResult("whole")).isEqualTo(5_050L);
        assertThatThrownBy(() -> result.getAccumulatorResult("broken"))
                .hasMessageContaining("'broken' cannot be merged")
                .hasRootCauseMessage("no merging");
        assertThatThrownBy(result::getAllAccumulatorResults).hasRootCauseMessage("no merging");
        assertThat(result.toString()).contains("accumulators {broken=cannot be merged, whole=5050}");
    }

    @Test
    void aTaskHasOneAccumulatorOfAName() {
        StreamExecutionEnvironment environment = Runs.environment(1);
        environment.fromSequence(1, 100).map(new Adds()).map(new Adds()).sinkTo(new DiscardingSink<>());
        assertThatThrownBy(environment::execute)
                .hasRootCauseInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("'own'");
    }

    private static final BlockingQueue<Long> NEXT = new ArrayBlockingQueue<>(1);

    @Test
    void accumulatorsOfTasksThatRunAreKnownToTheClient() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        environment
                .fromSource(
                        new DataGeneratorSource<>(
                                number -> number, Long.MAX_VALUE, RateLimiterStrategy.perSecond(2_000)),
                        WatermarkStrategy.noWatermarks(),
                        "numbers")
                .map(new Accumulates())
                .name("accumulates")
                .filter(number -> NEXT.offer(number))
                .sinkTo(new DiscardingSink<>());
        JobClient job = environment.executeAsync("live");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!(job.getAccumulators().get().get("ints") instanceof Integer count) || count < 1_000) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            NEXT.poll(10, TimeUnit.MILLISECONDS);
        }
        assertThat(job.getOperatorCounts().get("accumulates.numRecordsIn")).isGreaterThanOrEqualTo(1_000);
        job.cancel().get();
    }
}
