package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.core.state.CheckpointListener;
import dev.millrace.core.state.ListCheckpointed;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.broadcast.BroadcastProcessFunction;
import dev.millrace.stream.broadcast.KeyedBroadcastProcessFunction;
import dev.millrace.stream.source.SourceFunction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BroadcastRunTest {

    private static final MapStateDescriptor<String, Integer> RULES = new MapStateDescriptor<>("rules");

    /** Keeps records until the rule has come, then tells them with it. */
    private static final class Waiting extends KeyedBroadcastProcessFunction<Integer, Integer, Integer, String>
            implements CheckpointListener {

        private static final AtomicBoolean FAILED = new AtomicBoolean();
        private static final AtomicInteger CHECKPOINTS = new AtomicInteger();
        private static final ValueStateDescriptor<List<Integer>> KEPT = new ValueStateDescriptor<>("kept");

        @Override
        public void processElement(Integer value, ReadOnlyContext ctx, Collector<String> out) throws Exception {
            if (CHECKPOINTS.get() >= 2 && FAILED.compareAndSet(false, true)) {
                throw new IllegalStateException("on purpose");
            }
            Integer rule = ctx.getBroadcastState(RULES).get("factor");
            if (rule != null) {
                out.collect(value + " times " + rule);
                return;
            }
            ValueState<List<Integer>> kept = getRuntimeContext().getState(KEPT);
            List<Integer> all = kept.value() == null ? new ArrayList<>() : new ArrayList<>(kept.value());
            all.add(value);
            kept.update(all);
        }

        @Override
        public void processBroadcastElement(Integer value, Context ctx, Collector<String> out) throws Exception {
            ctx.getBroadcastState(RULES).put("factor", value);
            ctx.applyToKeyedState(KEPT, (key, kept) -> {
                for (int each : kept.value()) {
                    out.collect(each + " times " + value);
                }
                kept.clear();
            });
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            CHECKPOINTS.incrementAndGet();
        }
    }

    @BeforeEach
    void nothingHasFailed() {
        Waiting.FAILED.set(true);
        Waiting.CHECKPOINTS.set(0);
    }

    @Test
    void everyInstanceSeesTheRuleAndReachesTheKeysItKept() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(3);
        List<Integer> numbers = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int number = 0; number < 2_000; number++) {
            numbers.add(number);
            expected.add(number + " times 7");
        }
        BroadcastStream<Integer> rules = environment.fromData(7).broadcast(RULES);
        List<String> results = Runs.results(environment
                .fromData(numbers)
                .keyBy(number -> number % 101)
                .connect(rules)
                .process(new Waiting()));
        assertThat(results).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Emits a rule once and never again, and stays until a failure has been survived. */
    private static final class Rule implements SourceFunction<Integer>, ListCheckpointed<Boolean> {

        private boolean emitted;

        private volatile boolean cancelled;

        @Override
        public void run(SourceContext<Integer> ctx) {
            synchronized (ctx.getCheckpointLock()) {
                if (!emitted) {
                    ctx.collect(3);
                    emitted = true;
                }
            }
            while (!cancelled && !Waiting.FAILED.get()) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public List<Boolean> snapshotState(long checkpointId, long timestamp) {
            return List.of(emitted);
        }

        @Override
        public void restoreState(List<Boolean> state) {
            emitted = state.contains(true);
        }
    }

    /** Emits numbers, from the first again after a failure. */
    private static final class Numbers implements SourceFunction<Integer> {

        private volatile boolean cancelled;

        @Override
        public void run(SourceContext<Integer> ctx) {
            for (int number = 0; !cancelled && (number < 1_000 || !Waiting.FAILED.get()); number++) {
                ctx.collect(number % 1_000);
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    @Test
    void theRuleIsThereAgainAfterAFailure() throws Exception {
        Waiting.FAILED.set(false);
        StreamExecutionEnvironment environment = Runs.environment(2);
        environment.enableCheckpointing(10);
        environment.setRestartStrategy(RestartStrategies.fixedDelayRestart(1, 0));
        List<String> results = Runs.results(environment
                .addSource(new Numbers())
                .keyBy(number -> number)
                .connect(environment.addSource(new Rule()).broadcast(RULES))
                .process(new Waiting()));
        Set<String> seen = new HashSet<>(results);
        assertThat(Waiting.FAILED).isTrue();
        assertThat(seen).hasSize(1_000).allMatch(text -> text.endsWith(" times 3"));
    }

    /** Tells words with their translation, if it has come. */
    private static final class Translate extends BroadcastProcessFunction<String, Tuple2<String, Integer>, Integer> {

        @Override
        public void processElement(String value, ReadOnlyContext ctx, Collector<Integer> out) throws Exception {
            for (var entry : ctx.getBroadcastState(RULES).immutableEntries()) {
                if (entry.getKey().equals(value)) {
                    out.collect(entry.getValue());
                }
            }
        }

        @Override
        public void processBroadcastElement(Tuple2<String, Integer> value, Context ctx, Collector<Integer> out)
                throws Exception {
            ctx.getBroadcastState(RULES).put(value.f0, value.f1);
            out.collect(-value.f1);
        }
    }

    @Test
    void aStreamWithoutKeysReadsTheMapsToo() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        List<Integer> results = Runs.results(environment
                .fromData("one", "two", "three")
                .connect(environment
                        .fromData(Tuple2.of("one", 1), Tuple2.of("two", 2))
                        .broadcast(RULES))
                .process(new Translate()));
        assertThat(results).contains(-1, -2);
        assertThat(results.stream().filter(number -> number < 0)).containsExactlyInAnyOrder(-1, -1, -2, -2);
        assertThat(results.stream().filter(number -> number > 0)).isSubsetOf(1, 2);
    }

    @Test
    void theFunctionMustFitTheStream() {
        StreamExecutionEnvironment environment = Runs.environment(2);
        BroadcastStream<Integer> rules = environment.fromData(1).broadcast(RULES);
        DataStreamSource<Integer> numbers = environment.fromData(1);
        numbers.sinkTo(new DiscardingSink<>());
        assertThatThrownBy(() -> numbers.connect(rules).process(new Waiting()))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("keyBy");
    }
}
