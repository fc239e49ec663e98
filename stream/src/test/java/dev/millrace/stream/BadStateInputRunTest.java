package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.MapFunction;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.job.JobClient;
import dev.millrace.core.option.CheckpointingOptions;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.core.state.CheckpointedFunction;
import dev.millrace.core.state.FunctionInitializationContext;
import dev.millrace.core.state.FunctionSnapshotContext;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.OperatorStateStore;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.stream.async.AsyncFunction;
import dev.millrace.stream.async.ResultFuture;
import dev.millrace.stream.broadcast.KeyedBroadcastProcessFunction;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.stream.function.ProcessFunction;
import dev.millrace.stream.source.SourceFunction;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What functions cannot do with their state, their timers and their outputs: errors that name operator and record. */
class BadStateInputRunTest {

    private static final OutputTag<Long> SIDE = new OutputTag<>("side") {};

    private static volatile CountDownLatch seen;

    private final StreamExecutionEnvironment environment = Runs.environment(2);

    @BeforeEach
    void noRestarts() {
        environment.setRestartStrategy(RestartStrategies.noRestart());
    }

    private DataStream<Long> numbers() {
        return environment.fromSequence(1, 9);
    }

    private void assertFails(DataStream<?> stream, String... words) {
        stream.sinkTo(new DiscardingSink<>());
        assertThatThrownBy(() -> environment.execute("bad")).message().contains(words);
    }

    /** Asks twice for an operator state. */
    private static final class AsksTwice implements MapFunction<Long, Long>, CheckpointedFunction {

        private final boolean forOtherKind;

        AsksTwice(boolean forOtherKind) {
            this.forOtherKind = forOtherKind;
        }

        @Override
        public void initializeState(FunctionInitializationContext context) throws Exception {
            OperatorStateStore store = context.getOperatorStateStore();
            store.getListState(new ListStateDescriptor<>("x", Long.class));
            if (forOtherKind) {
                store.getUnionListState(new ListStateDescriptor<>("x", Long.class));
            } else {
                store.getListState(new ListStateDescriptor<>("x", String.class));
            }
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) {}

        @Override
        public Long map(Long value) {
            return value;
        }
    }

    @Test
    void oneNameForOperatorStatesOfTwoTypes() {
        assertFails(
                numbers().map(new AsksTwice(false)).name("asks"),
                "operator state 'x' is a state LIST of java.lang.Long",
                "as LIST of java.lang.String",
                "operator 'asks'");
    }

    @Test
    void oneNameForOperatorStatesOfTwoKinds() {
        assertFails(
                numbers().map(new AsksTwice(true)).name("asks"),
                "operator state 'x' is a state LIST of java.lang.Long",
                "as UNION of",
                "operator 'asks'");
    }

    /** Counts in a state of a class that is chosen. */
    private static final class Counts<T> extends KeyedProcessFunction<Long, Long, Long> {

        private final T first;
        private transient ValueState<T> state;

        Counts(T first) {
            this.first = first;
        }

        @Override
        @SuppressWarnings("unchecked") // the class of the value itself
        public void open(OpenContext openContext) {
            state = getRuntimeContext().getState(new ValueStateDescriptor<>("x", (Class<T>) first.getClass()));
        }

        @Override
        public void processElement(Long value, Context ctx, Collector<Long> out) throws Exception {
            if (state.value() == null || !first.getClass().isInstance(state.value())) {
                state.update(first);
            }
            seen.countDown();
        }
    }

    private static StreamExecutionEnvironment counting(Object first, Map<String, String> settings) {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(Configuration.fromMap(settings));
        environment.setParallelism(1);
        environment
                .fromSequence(1, Long.MAX_VALUE)
                .uid("numbers")
                .keyBy(number -> number % 3)
                .process(new Counts<>(first))
                .uid("counts")
                .name("counts")
                .sinkTo(new DiscardingSink<>())
                .uid("sink");
        return environment;
    }

    @Test
    void aStateThatIsRestoredAsAnotherType(@TempDir Path directory) throws Exception {
        StreamExecutionEnvironment before = counting(1L, Map.of());
        before.enableCheckpointing(3_600_000);
        before.getCheckpointConfig().setCheckpointStorage(directory.toUri().toString());
        seen = new CountDownLatch(3);
        JobClient job = before.executeAsync("longs");
        seen.await();
        String savepoint = job.stopWithSavepoint(false).get();
        StreamExecutionEnvironment after = counting("text", Map.of(CheckpointingOptions.RESTORE_PATH.key(), savepoint));
        assertThatThrownBy(() -> after.execute("texts"))
                .message()
                .contains("operator 'counts'", "tate 'x'", "java.lang.String", "java.lang.Long");
    }

    private static final class TimersWithoutKeys extends ProcessFunction<Long, Long> {

        @Override
        public void processElement(Long value, Context ctx, Collector<Long> out) {
            ctx.timerService().registerEventTimeTimer(1);
        }
    }

    @Test
    void timersOnAStreamWithoutKeys() {
        assertFails(
                numbers().process(new TimersWithoutKeys()).name("timers"),
                "'timers' has no keys, and timers belong to keys",
                "keyBy",
                "record ");
    }

    /** Uses keyed state for records that have no key. */
    private static final class KeylessSide extends KeyedBroadcastProcessFunction<Long, Long, Long, Long> {

        private transient ValueState<Long> state;

        @Override
        public void open(OpenContext openContext) {
            state = getRuntimeContext().getState(new ValueStateDescriptor<>("x", Long.class));
        }

        @Override
        public void processElement(Long value, ReadOnlyContext ctx, Collector<Long> out) {}

        @Override
        public void processBroadcastElement(Long value, Context ctx, Collector<Long> out) throws Exception {
            state.update(value);
        }
    }

    @Test
    void keyedStateForABroadcastRecord() {
        DataStream<Long> either = numbers()
                .keyBy(number -> number)
                .connect(numbers().broadcast(new MapStateDescriptor<>("m", Long.class, Long.class)))
                .process(new KeylessSide())
                .name("side");
        assertFails(either, "'side' uses keyed state while no key is selected", "operator 'side'", "record ");
    }

    private static final class NullToTheSide extends ProcessFunction<Long, Long> {

        @Override
        public void processElement(Long value, Context ctx, Collector<Long> out) {
            ctx.output(SIDE, value == 7 ? null : value);
        }
    }

    @Test
    void aNullRecordOfASideOutput() {
        SingleOutputStreamOperator<Long> split =
                numbers().process(new NullToTheSide()).name("split");
        assertFails(
                split.getSideOutput(SIDE).rebalance().map(number -> number),
                "goes to other tasks is null",
                "operator 'split'",
                "record 7");
    }

    @Test
    void aNullRecordThatIsBroadcast() {
        DataStream<Long> holes =
                numbers().map(number -> number == 7 ? null : number).name("holes");
        assertFails(
                holes.broadcast().map(number -> number), "goes to other tasks is null", "operator 'holes'", "record 7");
    }

    private static final class NullSource implements SourceFunction<Long> {

        @Override
        public void run(SourceContext<Long> ctx) {
            ctx.collect(null);
        }

        @Override
        public void cancel() {}
    }

    @Test
    void aNullRecordOfASource() {
        assertFails(
                environment.addSource(new NullSource(), "nulls").rebalance().map(number -> number), "null", "nulls");
    }

    private static final class AnswersNull implements AsyncFunction<Long, Long> {

        @Override
        public void asyncInvoke(Long input, ResultFuture<Long> resultFuture) {
            resultFuture.complete((Collection<Long>) null);
        }
    }

    @Test
    void aRequestThatIsAnsweredWithNull() {
        DataStream<Long> answers = AsyncDataStream.orderedWait(numbers(), new AnswersNull(), 1, TimeUnit.MINUTES);
        assertFails(answers, "the request of operator 'async wait ordered'", "completed with null", "for ");
    }
}
