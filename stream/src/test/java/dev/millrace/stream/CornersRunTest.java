package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.job.JobClient;
import dev.millrace.core.option.CheckpointingOptions;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.state.CheckpointedFunction;
import dev.millrace.core.state.FunctionInitializationContext;
import dev.millrace.core.state.FunctionSnapshotContext;
import dev.millrace.core.state.ListCheckpointed;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.stream.window.EventTimeSessionWindows;
import dev.millrace.stream.window.SlidingEventTimeWindows;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import dev.millrace.stream.window.TumblingProcessingTimeWindows;
import dev.millrace.stream.window.WindowAssigner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corner meanings, as the page about porting states them. */
class CornersRunTest {

    private static final ConcurrentLinkedQueue<String> CALLS = new ConcurrentLinkedQueue<>();
    private static volatile CountDownLatch seen = new CountDownLatch(1);

    /** So long that no window of the clock ends while these tests are run by anybody. */
    private static final Duration AGES = Duration.ofDays(200_000);

    private final StreamExecutionEnvironment environment = Runs.environment(1);

    @BeforeEach
    void nothingCalled() {
        CALLS.clear();
    }

    /** Registers a timer of each kind, far ahead. */
    private static final class FarAhead extends KeyedProcessFunction<Long, Long, String> {

        @Override
        public void processElement(Long value, Context ctx, Collector<String> out) {
            ctx.timerService()
                    .registerProcessingTimeTimer(ctx.timerService().currentProcessingTime() + AGES.toMillis());
            ctx.timerService().registerEventTimeTimer(Long.MAX_VALUE - value);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext ctx, Collector<String> out) {
            out.collect(ctx.timeDomain() + " of " + ctx.getCurrentKey());
        }
    }

    @Test
    void atTheEndOfTheInputTimersOfEventTimeFireAndThoseOfTheClockDoNot() throws Exception {
        DataStream<String> fired =
                environment.fromSequence(1, 3).keyBy(number -> number).process(new FarAhead());
        assertThat(Runs.results(fired))
                .containsExactlyInAnyOrder("EVENT_TIME of 1", "EVENT_TIME of 2", "EVENT_TIME of 3");
    }

    @Test
    void windowsOfTheClockThatAreOpenAtTheEndGiveNothing() throws Exception {
        DataStream<Long> sums = environment
                .fromSequence(1, 3)
                .keyBy(number -> 1)
                .window(TumblingProcessingTimeWindows.of(AGES))
                .reduce(Long::sum);
        assertThat(Runs.results(sums)).isEmpty();
    }

    /** Notes in which order it is called. */
    private static final class Ordered extends RichMapFunction<Long, Long>
            implements CheckpointedFunction, ListCheckpointed<String> {

        private boolean first = true;

        @Override
        public void initializeState(FunctionInitializationContext context) {
            CALLS.add("initializeState " + context.isRestored());
        }

        @Override
        public void restoreState(List<String> state) {
            CALLS.add("restoreState " + state);
        }

        @Override
        public void open(OpenContext openContext) {
            CALLS.add("open");
        }

        @Override
        public Long map(Long value) {
            if (first) {
                first = false;
                CALLS.add("record");
                seen.countDown();
            }
            return value;
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) {}

        @Override
        public List<String> snapshotState(long checkpointId, long timestamp) {
            return List.of("kept");
        }
    }

    private static JobClient ordered(Map<String, String> settings, Path directory) throws Exception {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(Configuration.fromMap(settings));
        environment.setParallelism(1);
        environment.enableCheckpointing(3_600_000);
        environment.getCheckpointConfig().setCheckpointStorage(directory.toUri().toString());
        environment
                .fromSequence(1, Long.MAX_VALUE)
                .map(new Ordered())
                .uid("ordered")
                .sinkTo(new DiscardingSink<>());
        seen = new CountDownLatch(1);
        JobClient job = environment.executeAsync("ordered");
        seen.await();
        return job;
    }

    @Test
    void stateIsRestoredBeforeTheFunctionIsOpenedAndThenRecordsCome(@TempDir Path directory) throws Exception {
        String savepoint = ordered(Map.of(), directory).stopWithSavepoint(false).get();
        assertThat(CALLS).containsExactly("initializeState false", "open", "record");
        CALLS.clear();
        ordered(Map.of(CheckpointingOptions.RESTORE_PATH.key(), savepoint), directory)
                .cancel()
                .get();
        assertThat(CALLS).containsExactly("initializeState true", "restoreState [kept]", "open", "record");
    }

    private List<String> joined(WindowAssigner<Object, ?> windows, String... records) throws Exception {
        List<Tuple2<String, Long>> all = new ArrayList<>();
        for (String record : records) {
            all.add(Tuple2.of(record, Long.parseLong(record.substring(1))));
        }
        DataStream<String> reduced = environment
                .fromData(all)
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.<Tuple2<String, Long>>forBoundedOutOfOrderness(Duration.ofDays(1))
                                .withTimestampAssigner((record, before) -> record.f1))
                .keyBy(record -> 1)
                .window(windows)
                .reduce((left, right) -> Tuple2.of(left.f0 + " " + right.f0, 0L))
                .map(record -> record.f0);
        return Runs.results(reduced);
    }

    @Test
    void windowsThatOverlapPutTogetherWhatTheyShareInTheOrderOfTimeOthersInThatOfArrival() throws Exception {
        WindowAssigner<Object, ?> sliding = SlidingEventTimeWindows.of(Duration.ofMillis(20), Duration.ofMillis(10));
        assertThat(joined(sliding, "a15", "b5", "c12", "d3"))
                .as("in each slice of 10 ms by arrival, the slices by time")
                .containsExactly("b5 d3", "b5 d3 a15 c12", "a15 c12");
        WindowAssigner<Object, ?> tumbling = TumblingEventTimeWindows.of(Duration.ofMillis(20));
        assertThat(joined(tumbling, "a15", "b5", "c12", "d3")).containsExactly("a15 b5 c12 d3");
        WindowAssigner<Object, ?> sessions = EventTimeSessionWindows.withGap(Duration.ofMillis(5));
        assertThat(joined(sessions, "a8", "b1", "c4"))
                .as("records that touch what is there by arrival")
                .containsExactly("a8 b1 c4");
    }
}
