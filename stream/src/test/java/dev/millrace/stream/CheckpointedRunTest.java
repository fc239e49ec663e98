package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.connectors.basic.generator.RateLimiterStrategy;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.FilterFunction;
import dev.millrace.core.function.FlatMapFunction;
import dev.millrace.core.function.MapFunction;
import dev.millrace.core.job.JobClient;
import dev.millrace.core.option.CheckpointingOptions;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.state.CheckpointListener;
import dev.millrace.core.state.CheckpointedFunction;
import dev.millrace.core.state.FunctionInitializationContext;
import dev.millrace.core.state.FunctionSnapshotContext;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.stream.function.DiscardingSink;
import dev.millrace.stream.function.ProcessFunction;
import dev.millrace.stream.function.SinkFunction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions that take part in checkpoints, on every kind of step. */
class CheckpointedRunTest {

    private static final SortedMap<Long, Set<Long>> TIMES_BY_CHECKPOINT = new ConcurrentSkipListMap<>();
    private static final Set<Long> COMPLETED = ConcurrentHashMap.newKeySet();
    private static final Set<OptionalLong> STARTS = ConcurrentHashMap.newKeySet();
    private static final AtomicBoolean FAILED = new AtomicBoolean();
    private static volatile CountDownLatch seen = new CountDownLatch(1);
    private static volatile CountDownLatch restarted = new CountDownLatch(1);

    @BeforeEach
    void nothingHasHappened() {
        TIMES_BY_CHECKPOINT.clear();
        COMPLETED.clear();
        STARTS.clear();
        FAILED.set(false);
        seen = new CountDownLatch(1);
        restarted = new CountDownLatch(10);
    }

    /** Notes each checkpoint, keeps how many records it saw, and is all kinds of function. */
    private static class Notes extends ProcessFunction<Long, Long>
            implements CheckpointedFunction,
                    CheckpointListener,
                    MapFunction<Long, Long>,
                    FlatMapFunction<Long, Long>,
                    FilterFunction<Long>,
                    SinkFunction<Long> {

        private transient ListState<Long> kept;
        private long count;

        @Override
        public Long map(Long value) {
            count++;
            seen.countDown();
            return value;
        }

        @Override
        public void flatMap(Long value, Collector<Long> out) {
            out.collect(map(value));
        }

        @Override
        public boolean filter(Long value) {
            map(value);
            return true;
        }

        @Override
        public void processElement(Long value, ProcessFunction<Long, Long>.Context ctx, Collector<Long> out) {
            out.collect(map(value));
        }

        @Override
        public void invoke(Long value, SinkFunction.Context context) {
            map(value);
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) throws Exception {
            kept.update(List.of(count));
            TIMES_BY_CHECKPOINT
                    .computeIfAbsent(context.getCheckpointId(), id -> ConcurrentHashMap.newKeySet())
                    .add(context.getCheckpointTimestamp());
        }

        @Override
        public void initializeState(FunctionInitializationContext context) throws Exception {
            assertThat(context.isRestored())
                    .isEqualTo(context.getRestoredCheckpointId().isPresent());
            STARTS.add(context.getRestoredCheckpointId());
            if (context.isRestored()) {
                restarted.countDown();
            }
            kept = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("count", Long.class));
            for (long each : kept.get()) {
                count += each;
            }
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            COMPLETED.add(checkpointId);
        }
    }

    private static final class NotesAndFailsOnce extends Notes {

        @Override
        public Long map(Long value) {
            if (COMPLETED.size() >= 3 && FAILED.compareAndSet(false, true)) {
                throw new IllegalStateException("on purpose");
            }
            return super.map(value);
        }
    }

    private static SingleOutputStreamOperator<Long> numbers(StreamExecutionEnvironment environment, long count) {
        return environment.fromSource(
                new DataGeneratorSource<>(number -> number, count, RateLimiterStrategy.perSecond(20_000)),
                WatermarkStrategy.noWatermarks(),
                "numbers");
    }

    @Test
    void allFunctionsSeeTheTimeOfTheTriggerAndARestartSeesWhereItGoesOn() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        environment.enableCheckpointing(10);
        environment.setRestartStrategy(RestartStrategies.fixedDelayRestart(1, 0));
        long started = System.currentTimeMillis();
        numbers(environment, Long.MAX_VALUE)
                .map(new NotesAndFailsOnce())
                .rebalance()
                .flatMap(new Notes())
                .filter(new Notes())
                .rebalance()
                .process(new Notes())
                .addSink(new Notes());
        JobClient job = environment.executeAsync("notes");
        restarted.await();
        job.cancel().get();
        long ended = System.currentTimeMillis();
        List<Long> times = new ArrayList<>();
        TIMES_BY_CHECKPOINT.forEach((id, ofIt) -> {
            assertThat(ofIt).as("times of checkpoint %s", id).hasSize(1);
            times.addAll(ofIt);
        });
        assertThat(times).isSorted().allMatch(time -> time >= started && time <= ended);
        assertThat(FAILED).isTrue();
        Set<Long> restored = new HashSet<>();
        STARTS.forEach(start -> start.ifPresent(restored::add));
        assertThat(restored).hasSize(1).isSubsetOf(TIMES_BY_CHECKPOINT.keySet());
        assertThat(STARTS).hasSize(2).contains(OptionalLong.empty());
    }

    private static OperatorNode counting(UnaryOperator<DataStream<Long>> step) {
        StreamExecutionEnvironment environment = Runs.environment(1);
        step.apply(environment.fromSequence(1, 2))
                .keyBy(number -> number)
                .sum(0)
                .name("count")
                .print();
        return environment.getJobGraph("test").vertices().stream()
                .flatMap(vertex -> vertex.chain().stream())
                .filter(operator -> operator.name().equals("count"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOperatorIsOneWithStateWhateverTheKindOfItsFunction() {
        String without = counting(stream -> stream).id();
        List<UnaryOperator<DataStream<Long>>> steps = List.of(
                stream -> stream.map(new Notes()),
                stream -> stream.flatMap(new Notes()),
                stream -> stream.filter(new Notes()),
                stream -> stream.process(new Notes()));
        Set<String> ids = new HashSet<>();
        steps.forEach(step -> ids.add(counting(step).id()));
        assertThat(ids).hasSize(4).doesNotContain(without);
    }

    @Test
    void stateOfAFunctionThatIsNoLongerThereIsNotLostInSilence(@TempDir Path directory) throws Exception {
        String savepoint = stopWithState(directory);
        StreamExecutionEnvironment without = restored(savepoint);
        numbers(without, 10).addSink(new DiscardingSink<>());
        assertThatThrownBy(() -> without.execute("keeps")).hasMessageContaining("Notes of old");
        StreamExecutionEnvironment leaving = restored(savepoint);
        leaving.configure(
                Configuration.fromMap(Map.of(CheckpointingOptions.RESTORE_IGNORE_UNCLAIMED_STATE.key(), "true")));
        seen = new CountDownLatch(1);
        numbers(leaving, 10)
                .map(number -> {
                    seen.countDown();
                    return number;
                })
                .addSink(new DiscardingSink<>());
        JobClient leaves = leaving.executeAsync("leaves it behind");
        seen.await();
        leaves.cancel().get();
        StreamExecutionEnvironment with = restored(savepoint);
        numbers(with, 10).map(new Notes()).name("Notes of old").addSink(new DiscardingSink<>());
        seen = new CountDownLatch(1);
        JobClient job = with.executeAsync("keeps");
        seen.await();
        assertThat(STARTS).hasSize(2);
        job.cancel().get();
    }

    private static String stopWithState(Path directory) throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(1);
        environment.enableCheckpointing(10_000);
        environment.getCheckpointConfig().setCheckpointStorage(directory.toUri().toString());
        numbers(environment, Long.MAX_VALUE)
                .map(new Notes())
                .name("Notes of old")
                .addSink(new DiscardingSink<>());
        JobClient job = environment.executeAsync("keeps");
        seen.await();
        return job.stopWithSavepoint(false).get();
    }

    private static StreamExecutionEnvironment restored(String savepoint) {
        return StreamExecutionEnvironment.getExecutionEnvironment(
                        Configuration.fromMap(Map.of(CheckpointingOptions.RESTORE_PATH.key(), savepoint)))
                .setParallelism(1);
    }
}
