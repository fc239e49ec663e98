package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.job.JobExecutionException;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.state.CheckpointListener;
import dev.millrace.core.state.CheckpointedFunction;
import dev.millrace.core.state.FunctionInitializationContext;
import dev.millrace.core.state.FunctionSnapshotContext;
import dev.millrace.core.state.ListCheckpointed;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.function.SinkFunction;
import dev.millrace.stream.source.ParallelSourceFunction;
import dev.millrace.stream.source.RichParallelSourceFunction;
import dev.millrace.stream.source.RichSourceFunction;
import dev.millrace.stream.source.SourceFunction;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFunctionRunTest {

    @BeforeEach
    void nothingHasFailed() {
        FailsOnce.FAILED.set(false);
        FailsOnce.CHECKPOINTS.set(0);
    }

    private static final class Numbers extends RichParallelSourceFunction<Long> {

        private final long count;
        private transient boolean opened;

        Numbers(long count) {
            this.count = count;
        }

        @Override
        public void open(OpenContext openContext) {
            opened = true;
        }

        @Override
        public void run(SourceContext<Long> ctx) {
            assertThat(opened).isTrue();
            int instances = getRuntimeContext().getNumberOfParallelSubtasks();
            for (long next = getRuntimeContext().getIndexOfThisSubtask(); next < count; next += instances) {
                ctx.collect(next);
                getRuntimeContext().getLongCounter("emitted").add(1);
            }
        }

        @Override
        public void cancel() {}
    }

    @Test
    void instancesOfAParallelFunctionEmitTheirShares() throws Exception {
        DataStreamSource<Long> numbers = Runs.environment(3).addSource(new Numbers(10_000));
        assertThat(Runs.results(numbers))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 10_000).boxed().toList());
    }

    @Test
    void whatTheLoopCountsIsInTheResultOfTheJob() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        environment.addSource(new Numbers(3_000), "numbers").sinkTo(new DiscardingSink<>());
        assertThat(environment.execute().<Long>getAccumulatorResult("emitted")).isEqualTo(3_000L);
    }

    /** Emits for ever; a lambda cannot be a source function, since it has two methods. */
    private static final class Endless implements SourceFunction<Tuple2<Long, Long>> {

        private static final CountDownLatch CANCELLED = new CountDownLatch(1);
        private volatile boolean cancelled;

        @Override
        public void run(SourceContext<Tuple2<Long, Long>> ctx) {
            Tuple2<Long, Long> same = Tuple2.of(0L, 0L);
            try {
                while (!cancelled) {
                    ctx.collect(same);
                    same.f0++;
                    same.f1 = -same.f0;
                }
            } finally {
                CANCELLED.countDown();
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    @Test
    void aFunctionMayChangeWhatItEmittedAndIsCancelledWithItsJob() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        List<Tuple2<Long, Long>> first = environment.addSource(new Endless()).executeAndCollect(5_000);
        assertThat(first)
                .containsExactlyElementsOf(LongStream.range(0, 5_000)
                        .mapToObj(number -> Tuple2.of(number, -number))
                        .toList());
        assertThat(Endless.CANCELLED.await(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Waits in its own code, deaf to everything but an interrupt. */
    private static final class Sleeper implements SourceFunction<Long> {

        private static final CountDownLatch INTERRUPTED = new CountDownLatch(1);

        @Override
        public void run(SourceContext<Long> ctx) throws Exception {
            ctx.collect(1L);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                INTERRUPTED.countDown();
                throw e;
            }
        }

        @Override
        public void cancel() {}
    }

    @Test
    void aFunctionThatWaitsIsInterruptedWhenItsJobIsCancelled() throws Exception {
        List<Long> first = Runs.environment(1).addSource(new Sleeper()).executeAndCollect(1);
        assertThat(first).containsExactly(1L);
        assertThat(Sleeper.INTERRUPTED.await(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Emits numbers with their sum so far, both kept as state; ends when a failure has been survived. */
    private static final class Summed extends RichSourceFunction<Tuple2<Long, Long>> implements CheckpointedFunction {

        private static final long LEAST = 30_000;
        private volatile boolean cancelled;
        private long next;
        private long sum;
        private transient ListState<Long> kept;

        @Override
        public void initializeState(FunctionInitializationContext context) throws Exception {
            kept = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("kept", Long.class));
            List<Long> before = new ArrayList<>();
            kept.get().forEach(before::add);
            if (!before.isEmpty()) {
                next = before.get(0);
                sum = before.get(1);
            }
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) throws Exception {
            kept.update(List.of(next, sum));
        }

        @Override
        public void run(SourceContext<Tuple2<Long, Long>> ctx) {
            while (!cancelled && (next < LEAST || !FailsOnce.FAILED.get())) {
                synchronized (ctx.getCheckpointLock()) {
                    long before = next;
                    next++;
                    ctx.collect(Tuple2.of(before, sum));
                    sum += before;
                }
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    /** Fails once, after two checkpoints. */
    private static final class FailsOnce extends RichMapFunction<Tuple2<Long, Long>, Tuple2<Long, Long>>
            implements CheckpointListener {

        private static final AtomicBoolean FAILED = new AtomicBoolean();
        private static final AtomicLong CHECKPOINTS = new AtomicLong();

        @Override
        public Tuple2<Long, Long> map(Tuple2<Long, Long> value) {
            if (CHECKPOINTS.get() >= 2 && FAILED.compareAndSet(false, true)) {
                throw new IllegalStateException("on purpose");
            }
            return value;
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            CHECKPOINTS.incrementAndGet();
        }
    }

    @Test
    void stateChangedUnderTheCheckpointLockFitsTheRecordsAfterAFailure() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(1);
        environment.enableCheckpointing(10);
        environment.setRestartStrategy(RestartStrategies.fixedDelayRestart(2, 0));
        List<Tuple2<Long, Long>> results =
                Runs.results(environment.addSource(new Summed()).map(new FailsOnce()));
        assertThat(FailsOnce.FAILED).isTrue();
        assertThat(results.size()).isGreaterThanOrEqualTo((int) Summed.LEAST);
        long sum = 0;
        for (int place = 0; place < results.size(); place++) {
            assertThat(results.get(place)).isEqualTo(Tuple2.of((long) place, sum));
            sum += place;
        }
    }

    /** Emits with timestamps and watermarks. */
    private static final class Timed implements SourceFunction<Tuple2<String, Long>> {

        @Override
        public void run(SourceContext<Tuple2<String, Long>> ctx) {
            for (long time = 0; time < 100; time++) {
                ctx.collectWithTimestamp(Tuple2.of("a", 1L), time);
                if (time % 10 == 9) {
                    ctx.emitWatermark(new Watermark(time));
                }
            }
            ctx.collectWithTimestamp(Tuple2.of("late", 1L), 3);
            ctx.markAsTemporarilyIdle();
        }

        @Override
        public void cancel() {}
    }

    @Test
    void timestampsAndWatermarksOfTheFunctionDriveWindows() throws Exception {
        List<Tuple2<String, Long>> results = Runs.results(Runs.environment(1)
                .addSource(new Timed())
                .keyBy(pair -> pair.f0)
                .window(TumblingEventTimeWindows.of(Duration.ofMillis(20)))
                .sum(1));
        assertThat(results).hasSize(5).containsOnly(Tuple2.of("a", 20L));
    }

    /** Fails at its end. */
    private static final class Breaks implements ParallelSourceFunction<Long> {

        @Override
        public void run(SourceContext<Long> ctx) {
            ctx.collect(1L);
            throw new IllegalStateException("the well is dry");
        }

        @Override
        public void cancel() {}
    }

    @Test
    void aFailureOfTheLoopNamesTheSource() {
        StreamExecutionEnvironment environment = Runs.environment(2);
        environment.addSource(new Breaks(), "well").sinkTo(new DiscardingSink<>());
        assertThatThrownBy(environment::execute)
                .isInstanceOf(JobExecutionException.class)
                .hasMessageContaining("well")
                .hasMessageContaining("the well is dry");
    }

    @Test
    void aFunctionForOneInstanceRefusesSeveral() {
        DataStreamSource<Long> one = Runs.environment(3).addSource(new Sleeper(), "sleeper");
        assertThat(one.getParallelism()).isEqualTo(1);
        assertThatThrownBy(() -> one.setParallelism(2))
                .hasMessageContaining("sleeper")
                .hasMessageContaining("ParallelSourceFunction");
    }

    /** Counts what it let through, in the older form of state. */
    private static final class Counts extends RichMapFunction<Tuple2<Long, Long>, Tuple2<Long, Long>>
            implements ListCheckpointed<Long> {

        private long count;

        @Override
        public Tuple2<Long, Long> map(Tuple2<Long, Long> value) {
            return Tuple2.of(value.f0, count++);
        }

        @Override
        public List<Long> snapshotState(long checkpointId, long timestamp) {
            return List.of(count);
        }

        @Override
        public void restoreState(List<Long> state) {
            count = state.get(0);
        }
    }

    @Test
    void aListKeptInTheOlderFormIsRestored() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(1);
        environment.enableCheckpointing(10);
        environment.setRestartStrategy(RestartStrategies.fixedDelayRestart(2, 0));
        List<Tuple2<Long, Long>> results = Runs.results(
                environment.addSource(new Summed()).map(new FailsOnce()).map(new Counts()));
        assertThat(results).allMatch(pair -> pair.f0.equals(pair.f1));
    }

    /** Takes its time over records until event time has come by, and says after how many that was. */
    private static final class Slow implements SinkFunction<Long> {

        private static final AtomicLong RECORDS = new AtomicLong();
        private static final AtomicLong BEFORE_MARK = new AtomicLong();
        private static volatile CountDownLatch mark;

        private static void expect() {
            RECORDS.set(0);
            BEFORE_MARK.set(Long.MAX_VALUE);
            mark = new CountDownLatch(1);
        }

        @Override
        public void invoke(Long value, Context context) throws InterruptedException {
            RECORDS.incrementAndGet();
            if (mark.getCount() > 0) {
                new CountDownLatch(1).await(60, TimeUnit.MILLISECONDS);
            }
        }

        @Override
        public void writeWatermark(Watermark watermark) {
            BEFORE_MARK.accumulateAndGet(RECORDS.get(), Math::min);
            mark.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eventTimeComesBetweenRecordsThatTakeTheirTime(boolean function) throws Exception {
        Slow.expect();
        StreamExecutionEnvironment environment = Runs.environment(1);
        environment.getConfig().setAutoWatermarkInterval(10);
        DataStreamSource<Long> numbers =
                function ? environment.addSource(new Numbers(1_000)) : environment.fromSequence(0, 999);
        numbers.assignTimestampsAndWatermarks(WatermarkStrategy.<Long>forMonotonousTimestamps()
                        .withTimestampAssigner((number, timestamp) -> number))
                .addSink(new Slow());
        environment.execute();
        assertThat(Slow.BEFORE_MARK.get()).isLessThan(200);
        assertThat(Slow.RECORDS.get()).isEqualTo(1_000);
    }
}
