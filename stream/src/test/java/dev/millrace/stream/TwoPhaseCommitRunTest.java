package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.connectors.basic.generator.RateLimiterStrategy;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.type.LongSerializer;
import dev.millrace.core.type.StringSerializer;
import dev.millrace.core.type.VoidSerializer;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.stream.function.TwoPhaseCommitSinkFunction;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sinks in the older form that write in transactions, and the serializers that such programs name. */
class TwoPhaseCommitRunTest {

    private static final Map<String, Queue<Long>> WRITTEN = new ConcurrentHashMap<>();
    private static final Map<String, String> OUTCOMES = new ConcurrentHashMap<>();
    private static final AtomicInteger BEGUN = new AtomicInteger();
    private static final AtomicBoolean FAILED = new AtomicBoolean();

    @BeforeEach
    void nothingIsWritten() {
        WRITTEN.clear();
        OUTCOMES.clear();
        FAILED.set(false);
    }

    /** Writes into memory; a transaction that is committed stays so, whoever gives it up later. */
    private static final class Ledger extends TwoPhaseCommitSinkFunction<Long, String, Void> {

        Ledger() {
            super(StringSerializer.INSTANCE, VoidSerializer.INSTANCE);
        }

        @Override
        protected void invoke(String transaction, Long value, Context context) {
            WRITTEN.get(transaction).add(value);
        }

        @Override
        protected String beginTransaction() {
            String transaction = "transaction " + BEGUN.incrementAndGet();
            WRITTEN.put(transaction, new ConcurrentLinkedQueue<>());
            return transaction;
        }

        @Override
        protected void preCommit(String transaction) {
            OUTCOMES.put(transaction, "ready");
        }

        @Override
        protected void commit(String transaction) {
            assertThat(OUTCOMES.put(transaction, "committed")).isIn("ready", "committed");
        }

        @Override
        protected void abort(String transaction) {
            assertThat(OUTCOMES.put(transaction, "aborted")).isNotIn("ready", "committed");
        }
    }

    private static long failsOnceAt70(long number) {
        if (number == 70 && FAILED.compareAndSet(false, true)) {
            throw new IllegalStateException("the planned failure");
        }
        return number;
    }

    @Test
    void eachRecordIsInOneCommittedTransactionWhateverFailed() throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(1);
        environment.enableCheckpointing(10);
        environment.setRestartStrategy(RestartStrategies.fixedDelayRestart(1, 0L));
        DataGeneratorSource<Long> numbers =
                new DataGeneratorSource<>(number -> number, 100, RateLimiterStrategy.perCheckpoint(20));
        environment
                .fromSource(numbers, WatermarkStrategy.noWatermarks(), "numbers")
                .map(TwoPhaseCommitRunTest::failsOnceAt70)
                .addSink(new Ledger());
        environment.execute("ledger");

        assertThat(FAILED).isTrue();
        assertThat(OUTCOMES).doesNotContainValue("ready").containsValue("aborted");
        List<Long> committed = OUTCOMES.keySet().stream()
                .filter(transaction -> OUTCOMES.get(transaction).equals("committed"))
                .flatMap(transaction -> WRITTEN.get(transaction).stream())
                .collect(Collectors.toList());
        assertThat(committed)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 100).boxed().toList());
    }

    private static final class Sum extends KeyedProcessFunction<String, String, Long> {

        private transient ValueState<Long> length;

        @Override
        public void open(OpenContext context) {
            length = getRuntimeContext().getState(new ValueStateDescriptor<>("length", LongSerializer.INSTANCE));
        }

        @Override
        public void processElement(String text, Context context, Collector<Long> out) throws Exception {
            long before = length.value() == null ? 0 : length.value();
            length.update(before + text.length());
            out.collect(length.value());
        }
    }

    @Test
    void stateMayNameASerializerOfTheEngine() throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(1);
        assertThat(Runs.results(
                        environment.fromData("a", "bc", "a").keyBy(text -> text).process(new Sum())))
                .containsExactlyInAnyOrder(1L, 2L, 2L);
    }
}
