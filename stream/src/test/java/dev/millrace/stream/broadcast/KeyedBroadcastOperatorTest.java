package dev.millrace.stream.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.stream.trial.OperatorTrial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeyedBroadcastOperatorTest {

    private static final MapStateDescriptor<Integer, Integer> FACTORS =
            new MapStateDescriptor<>("factors", Integer.class, Integer.class);
    private static final ValueStateDescriptor<Integer> COUNT = new ValueStateDescriptor<>("count", Integer.class);
    private static final KeySelector<Integer, Integer> BY_REST = value -> value % 5;

    /** What comes in, in which order. */
    private sealed interface Step {}

    /** A record of the keyed side. */
    private record Value(int value) implements Step {}

    /** A broadcast factor for a key; 0 resets the counts of all keys. */
    private record Factor(int key, int factor) implements Step {}

    private static final Gen<Step> STEPS = choices -> choices.upTo(3) > 0
            ? new Value((int) choices.upTo(50))
            : new Factor((int) choices.upTo(4), (int) choices.upTo(3));

    /** Multiplies by a broadcast factor of the key, and counts per key. */
    private static final class Rules extends KeyedBroadcastProcessFunction<Integer, Integer, Integer, String> {

        private ValueState<Integer> count() {
            return getRuntimeContext().getState(COUNT);
        }

        @Override
        public void processElement(Integer value, ReadOnlyContext ctx, Collector<String> out) throws Exception {
            Integer factor = ctx.getBroadcastState(FACTORS).get(ctx.getCurrentKey());
            Integer before = count().value();
            int now = before == null ? 1 : before + 1;
            count().update(now);
            out.collect(ctx.getCurrentKey() + " #" + now + " " + value * (factor == null ? 1 : factor));
        }

        @Override
        public void processBroadcastElement(Integer value, Context ctx, Collector<String> out) throws Exception {
            int key = value / 10;
            int factor = value % 10;
            ctx.getBroadcastState(FACTORS).put(key, factor);
            if (factor == 0) {
                Map<Integer, Integer> counts = new TreeMap<>();
                ctx.applyToKeyedState(COUNT, (each, state) -> {
                    counts.put(each, state.value());
                    state.clear();
                });
                out.collect("reset " + counts);
            }
        }
    }

    private static List<String> model(List<Step> steps) {
        Map<Integer, Integer> factors = new HashMap<>();
        Map<Integer, Integer> counts = new TreeMap<>();
        List<String> results = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Value value) {
                int key = value.value() % 5;
                int now = counts.merge(key, 1, Integer::sum);
                results.add(key + " #" + now + " " + value.value() * factors.getOrDefault(key, 1));
            } else if (step instanceof Factor factor) {
                factors.put(factor.key(), factor.factor());
                if (factor.factor() == 0) {
                    results.add("reset " + counts);
                    counts.clear();
                }
            }
        }
        return results;
    }

    private static OperatorTrial<Object, String> trial() throws Exception {
        return OperatorTrial.of(Broadcasts.keyedProcess(new Rules(), List.of(FACTORS)), BY_REST, null);
    }

    @Test
    void doesWhatPlainMapsDo() {
        Check.cases(200).run(STEPS.list(0, 60), steps -> {
            OperatorTrial<Object, String> trial = trial();
            for (Step step : steps) {
                if (step instanceof Value value) {
                    trial.record(0, value.value(), 1);
                } else if (step instanceof Factor factor) {
                    trial.record(1, factor.key() * 10 + factor.factor(), 1);
                }
            }
            assertThat(trial.values()).isEqualTo(model(steps));
        });
    }

    @Test
    void broadcastMapsAreInTheSnapshotThoughTheFunctionHasNotAskedForThem() throws Exception {
        OperatorTrial<Object, String> first = trial();
        first.record(1, 32, 1);
        OperatorTrial<Object, String> second = OperatorTrial.restored(
                Broadcasts.keyedProcess(new Rules(), List.of(FACTORS)), first.snapshot(1), BY_REST, null);
        OperatorTrial<Object, String> third = OperatorTrial.restored(
                Broadcasts.keyedProcess(new Rules(), List.of(FACTORS)), second.snapshot(2), BY_REST, null);
        third.record(0, 13, 1);
        assertThat(third.values()).containsExactly("3 #1 26");
    }

    /** Asks for a map that was not declared. */
    private static final class Astray extends BroadcastProcessFunction<Integer, Integer, Integer> {

        @Override
        public void processElement(Integer value, ReadOnlyContext ctx, Collector<Integer> out) throws Exception {
            out.collect(ctx.getBroadcastState(new MapStateDescriptor<Integer, Integer>("other"))
                    .get(value));
        }

        @Override
        public void processBroadcastElement(Integer value, Context ctx, Collector<Integer> out) {}
    }

    @Test
    void aMapThatWasNotDeclaredIsAnErrorThatNamesIt() throws Exception {
        OperatorTrial<Object, Integer> trial = OperatorTrial.of(Broadcasts.process(new Astray(), List.of(FACTORS)));
        assertThatThrownBy(() -> trial.record(0, 1, 1))
                .hasMessageContaining("'other'")
                .hasMessageContaining("factors");
    }
}
