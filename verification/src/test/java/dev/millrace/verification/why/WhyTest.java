package dev.millrace.verification.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.diagnosis.Diagnosis;
import dev.millrace.core.diagnosis.Finding;
import dev.millrace.core.diagnosis.Finding.Cause;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.eventtime.WatermarkGenerator;
import dev.millrace.core.eventtime.WatermarkOutput;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import dev.millrace.stream.window.TumblingProcessingTimeWindows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine says of jobs that are broken in known ways, and of jobs that are not; each is recorded. */
class WhyTest {

    private static final long NOW = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();
    private static final long SECOND = 1_000;
    private static final long DAY = 86_400_000;
    private static final long RUN_MILLIS = 42 * SECOND;
    private static final long FOR_EVER = Long.MAX_VALUE;

    @TempDir
    private Path directory;

    private static Feed live(String name, int reader) {
        return new Feed(name, reader, SECOND, FOR_EVER, NOW, SECOND);
    }

    private static WatermarkStrategy<Long> inOrder() {
        return WatermarkStrategy.forMonotonousTimestamps();
    }

    private static DataStream<Long> source(
            StreamExecutionEnvironment environment, WatermarkStrategy<Long> strategy, Feed... feeds) {
        return environment.fromSource(new FeedSource(feeds), strategy, "events");
    }

    private static void windows(DataStream<Long> events, Duration size) {
        events.keyBy(event -> event % 2_000)
                .window(TumblingEventTimeWindows.of(size))
                .reduce(Long::sum)
                .name("windows")
                .sinkTo(new DiscardingSink<>())
                .name("sink");
    }

    private Diagnosis why(String recording, int parallelism, Consumer<StreamExecutionEnvironment> program)
            throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(parallelism);
        program.accept(environment);
        HandCluster cluster = new HandCluster(NOW, directory.toString());
        JobHandle job = cluster.submit(environment.getJobGraph(recording));
        cluster.pass(RUN_MILLIS);
        Diagnosis diagnosis = cluster.answer(job.why());
        Recording.require(recording, diagnosis.toString());
        cluster.answer(job.cancel());
        return diagnosis;
    }

    private static Cause first(Diagnosis diagnosis) {
        return diagnosis.findings().get(0).cause();
    }

    @Test
    void aSplitFromWhichNothingComesHoldsEventTime() throws Exception {
        Feed quiet = new Feed("quiet", 1, SECOND, 5, NOW, SECOND);
        Diagnosis diagnosis = why(
                "idle-split",
                2,
                environment -> windows(source(environment, inOrder(), live("busy", 0), quiet), Duration.ofSeconds(10)));
        assertThat(diagnosis.findings()).extracting(Finding::cause).containsExactly(Cause.EVENT_TIME_HELD);
    }

    @Test
    void aSplitThatIsFarBehindHoldsEventTime() throws Exception {
        Feed history = new Feed("history", 0, 100, FOR_EVER, NOW - 2 * DAY, SECOND);
        Diagnosis diagnosis = why(
                "behind",
                1,
                environment -> windows(source(environment, inOrder(), live("live", 0), history), Duration.ofDays(1)));
        assertThat(first(diagnosis)).isEqualTo(Cause.EVENT_TIME_HELD);
    }

    @Test
    void aFilterMayLetNothingPass() throws Exception {
        Diagnosis diagnosis = why(
                "filter",
                1,
                environment -> source(environment, inOrder(), live("events", 0))
                        .filter(event -> event < 0)
                        .name("negative")
                        .sinkTo(new DiscardingSink<>())
                        .name("sink"));
        assertThat(first(diagnosis)).isEqualTo(Cause.ALL_FILTERED);
    }

    private static final class EachRecord implements WatermarkGenerator<Long> {

        @Override
        public void onEvent(Long event, long timestamp, WatermarkOutput output) {
            output.emitWatermark(new Watermark(timestamp));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }

    @Test
    void aRecordFromTheFutureMakesAllOthersLate() throws Exception {
        Feed broken = new Feed("broken", 0, SECOND, 1, NOW * 2, 0);
        Feed late = new Feed("late", 0, SECOND, FOR_EVER, NOW, SECOND);
        Diagnosis diagnosis = why(
                "late",
                1,
                environment -> windows(
                        source(environment, WatermarkStrategy.forGenerator(context -> new EachRecord()), broken, late),
                        Duration.ofSeconds(10)));
        assertThat(first(diagnosis)).isEqualTo(Cause.MOST_LATE);
    }

    @Test
    void aHealthyJobHasNothingWrong() throws Exception {
        Diagnosis diagnosis = why(
                "healthy",
                2,
                environment -> source(environment, inOrder(), live("a", 0), live("b", 1))
                        .map(event -> event + 1)
                        .name("next")
                        .sinkTo(new DiscardingSink<>())
                        .name("sink"));
        assertThat(diagnosis.findings()).isEmpty();
    }

    @Test
    void aWindowMayNotHaveEnded() throws Exception {
        Diagnosis diagnosis = why(
                "window-open",
                1,
                environment -> windows(source(environment, inOrder(), live("events", 0)), Duration.ofHours(1)));
        assertThat(diagnosis.findings()).extracting(Finding::cause).containsExactly(Cause.WAITS_FOR_TIME);
    }

    @Test
    void aWindowByTheClockMayNotHaveEnded() throws Exception {
        Diagnosis diagnosis = why(
                "clock-window-open",
                1,
                environment -> source(environment, inOrder(), live("events", 0))
                        .keyBy(event -> event % 2_000)
                        .window(TumblingProcessingTimeWindows.of(Duration.ofHours(1)))
                        .reduce(Long::sum)
                        .name("windows")
                        .sinkTo(new DiscardingSink<>())
                        .name("sink"));
        assertThat(diagnosis.findings()).extracting(Finding::cause).containsExactly(Cause.WAITS_FOR_TIME);
    }

    @Test
    void aBoundMayBeTooLarge() throws Exception {
        Diagnosis diagnosis = why(
                "bound-too-large",
                1,
                environment -> windows(
                        source(
                                environment,
                                WatermarkStrategy.forBoundedOutOfOrderness(Duration.ofDays(1)),
                                live("events", 0)),
                        Duration.ofSeconds(10)));
        assertThat(diagnosis.findings()).extracting(Finding::cause).containsExactly(Cause.EVENT_TIME_HELD);
    }

    @Test
    void watermarksMayBeMadeBehindTheSource() throws Exception {
        Diagnosis diagnosis = why(
                "made-behind-the-source",
                1,
                environment -> windows(
                        source(environment, WatermarkStrategy.noWatermarks(), live("events", 0))
                                .rebalance()
                                .map(event -> event)
                                .assignTimestampsAndWatermarks(
                                        WatermarkStrategy.<Long>forBoundedOutOfOrderness(Duration.ofDays(1))
                                                .withTimestampAssigner((event, before) -> event)),
                        Duration.ofSeconds(10)));
        assertThat(diagnosis.findings()).extracting(Finding::cause).containsExactly(Cause.EVENT_TIME_HELD);
    }

    @Test
    void nobodyMayMakeWatermarks() throws Exception {
        Diagnosis diagnosis = why(
                "no-watermarks",
                1,
                environment -> windows(
                        source(environment, WatermarkStrategy.noWatermarks(), live("events", 0)),
                        Duration.ofSeconds(10)));
        assertThat(first(diagnosis)).isEqualTo(Cause.NO_WATERMARKS);
    }

    @Test
    void aReaderMayHaveNoSplit() throws Exception {
        Diagnosis diagnosis = why(
                "no-split",
                2,
                environment -> windows(source(environment, inOrder(), live("only", 0)), Duration.ofSeconds(10)));
        assertThat(first(diagnosis)).isEqualTo(Cause.EVENT_TIME_HELD);
    }

    @Test
    void aReaderWithoutSplitsMayCountAsIdle() throws Exception {
        Diagnosis diagnosis = why(
                "no-split-idle",
                2,
                environment -> windows(
                        source(environment, inOrder().withIdleness(Duration.ofSeconds(5)), live("only", 0)),
                        Duration.ofSeconds(10)));
        assertThat(diagnosis.findings()).isEmpty();
    }

    /** Remembers what comes and says nothing. */
    private static final class Remembers extends KeyedProcessFunction<Long, Long, Long> {

        private transient ValueState<Long> last;

        @Override
        public void open(OpenContext openContext) {
            last = getRuntimeContext().getState(new ValueStateDescriptor<>("last", Long.class));
        }

        @Override
        public void processElement(Long value, Context context, Collector<Long> out) throws Exception {
            last.update(value);
        }
    }

    @Test
    void aFunctionMayWaitForATimerThatItHasNotSet() throws Exception {
        Diagnosis diagnosis = why(
                "no-timers",
                1,
                environment -> source(environment, inOrder(), live("events", 0))
                        .keyBy(event -> event % 7_000)
                        .process(new Remembers())
                        .name("remembers")
                        .sinkTo(new DiscardingSink<>())
                        .name("sink"));
        assertThat(first(diagnosis)).isEqualTo(Cause.SILENT_OPERATOR);
    }

    @Test
    void nothingMayCome() throws Exception {
        Diagnosis diagnosis = why(
                "no-input",
                1,
                environment -> windows(
                        source(environment, inOrder(), new Feed("empty", 0, SECOND, 0, NOW, SECOND)),
                        Duration.ofSeconds(10)));
        assertThat(first(diagnosis)).isEqualTo(Cause.NO_INPUT);
    }

    @Test
    void aCheckpointMayHang() throws Exception {
        Diagnosis diagnosis = why("checkpoint-hangs", 1, environment -> {
            environment.enableCheckpointing(SECOND);
            environment
                    .fromSource(
                            new NeverReadySource(new FeedSource(live("events", 0))),
                            WatermarkStrategy.noWatermarks(),
                            "events")
                    .sinkTo(new DiscardingSink<>())
                    .name("sink");
        });
        assertThat(first(diagnosis)).isEqualTo(Cause.CHECKPOINT_HANGS);
    }
}
