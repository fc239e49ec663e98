package dev.millrace.stream.ttl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ReducingState;
import dev.millrace.core.state.ReducingStateDescriptor;
import dev.millrace.core.state.StateDescriptor;
import dev.millrace.core.state.StateTtlConfig;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.type.Types;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.stream.operator.Operators;
import dev.millrace.stream.trial.OperatorTrial;
import dev.millrace.stream.trial.StoreTrial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExpiringStateTest {

    private static final long LIFE = 10;
    private static final int KEYS = 3;

    private enum Kind {
        VALUE,
        REDUCING,
        LIST,
        MAP
    }

    /** What is done to the state of a key, at which distance in time from what was done before. */
    private record Act(int key, boolean write, int what, long pauseMillis) {}

    private static final Gen<Act> ACTS = choices ->
            new Act((int) choices.upTo(KEYS - 1), choices.upTo(1) == 1, (int) choices.upTo(3), choices.upTo(6));

    /** Writes and reads state of a kind, and tells what it reads. */
    private static final class Uses extends KeyedProcessFunction<Integer, Act, String> {

        private final Kind kind;
        private final StateTtlConfig life;

        Uses(Kind kind, StateTtlConfig life) {
            this.kind = kind;
            this.life = life;
        }

        private <D extends StateDescriptor<?, ?>> D living(D descriptor) {
            descriptor.enableTimeToLive(life);
            return descriptor;
        }

        @Override
        public void processElement(Act act, Context ctx, Collector<String> out) throws Exception {
            switch (kind) {
                case VALUE -> {
                    ValueState<Integer> value = getRuntimeContext().getState(living(new ValueStateDescriptor<>("v")));
                    if (act.write()) {
                        value.update(act.what());
                    } else {
                        out.collect(act.key() + ": " + String.valueOf(value.value()));
                    }
                }
                case REDUCING -> {
                    ReducingState<Integer> sum = getRuntimeContext()
                            .getReducingState(living(new ReducingStateDescriptor<>("r", Integer::sum, Integer.class)));
                    if (act.write()) {
                        sum.add(act.what());
                    } else {
                        out.collect(act.key() + ": " + String.valueOf(sum.get()));
                    }
                }
                case LIST -> {
                    ListState<Integer> list = getRuntimeContext().getListState(living(new ListStateDescriptor<>("l")));
                    if (act.write()) {
                        list.add(act.what());
                    } else {
                        List<Integer> all = new ArrayList<>();
                        list.get().forEach(all::add);
                        out.collect(act.key() + ": " + all.toString());
                    }
                }
                case MAP -> {
                    MapState<Integer, Integer> map =
                            getRuntimeContext().getMapState(living(new MapStateDescriptor<>("m")));
                    if (act.write()) {
                        map.put(act.what(), act.what() * 10);
                    } else {
                        Map<Integer, Integer> all = new TreeMap<>();
                        map.entries().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
                        out.collect(act.key() + ": " + all.toString());
                    }
                }
            }
        }
    }

    /** A thing that was written, and when it was used last. */
    private static final class Item {

        private final int what;
        private long used;

        Item(int what, long used) {
            this.what = what;
            this.used = used;
        }
    }

    private static List<String> model(Kind kind, boolean renewedByReading, List<Act> acts) {
        Map<Integer, List<Item>> items = new HashMap<>();
        List<String> told = new ArrayList<>();
        long now = 0;
        for (Act act : acts) {
            now += act.pauseMillis();
            long oldest = now - LIFE;
            List<Item> mine = items.computeIfAbsent(act.key(), key -> new ArrayList<>());
            mine.removeIf(item -> item.used <= oldest);
            if (!act.write()) {
                told.add(act.key() + ": " + told(kind, mine));
                if (renewedByReading) {
                    for (Item item : mine) {
                        item.used = now;
                    }
                }
            } else if (kind == Kind.REDUCING) {
                int sum = mine.isEmpty() ? 0 : mine.get(0).what;
                mine.clear();
                mine.add(new Item(sum + act.what(), now));
            } else {
                boolean replaces = kind != Kind.LIST;
                mine.removeIf(item -> replaces && (kind == Kind.VALUE || item.what == act.what()));
                mine.add(new Item(act.what(), now));
            }
        }
        return told;
    }

    private static String told(Kind kind, List<Item> items) {
        return switch (kind) {
            case VALUE, REDUCING -> items.isEmpty() ? "null" : "" + items.get(0).what;
            case LIST -> items.stream().map(item -> item.what).toList().toString();
            case MAP -> {
                Map<Integer, Integer> all = new TreeMap<>();
                items.forEach(item -> all.put(item.what, item.what * 10));
                yield all.toString();
            }
        };
    }

    private static final KeySelector<Act, Integer> KEY = Act::key;
    private static final OutputTag<String> NO_SIDE = new OutputTag<>("none", Types.STRING);

    private static OperatorTrial<Act, String> trial(Kind kind, StateTtlConfig life) throws Exception {
        return OperatorTrial.of(Operators.keyedProcess(new Uses(kind, life)), KEY);
    }

    @Test
    void whatIsSeenIsWhatWasUsedWithinItsLife() {
        for (Kind kind : Kind.values()) {
            for (StateTtlConfig.UpdateType update :
                    List.of(StateTtlConfig.UpdateType.OnCreateAndWrite, StateTtlConfig.UpdateType.OnReadAndWrite)) {
                StateTtlConfig life = StateTtlConfig.newBuilder(Duration.ofMillis(LIFE))
                        .setUpdateType(update)
                        .build();
                boolean renewed = update == StateTtlConfig.UpdateType.OnReadAndWrite;
                Check.cases(150).run(ACTS.list(0, 50), acts -> {
                    OperatorTrial<Act, String> trial = trial(kind, life);
                    long now = 0;
                    for (Act act : acts) {
                        now += act.pauseMillis();
                        trial.time(now).record(act);
                    }
                    assertThat(trial.values()).as("%s %s", kind, update).isEqualTo(model(kind, renewed, acts));
                });
            }
        }
    }

    /** What happens behind an act. */
    private enum Turn {
        NOTHING,
        SNAPSHOT,
        RESTORE_TO_1,
        RESTORE_TO_2,
        RESTORE_TO_3
    }

    private record Step(Act act, Turn turn) {}

    private static final Gen<Step> STEPS = choices -> new Step(
            ACTS.generate(choices),
            Turn.values()[choices.upTo(2) > 0 ? 0 : (int) choices.upTo(Turn.values().length - 1)]);

    private static List<String> onStores(Kind kind, StateTtlConfig life, String backend, List<Step> steps)
            throws Exception {
        StoreTrial<Act, String> trial =
                new StoreTrial<>(Operators.keyedProcess(new Uses(kind, life)), KEY, backend, NO_SIDE);
        long now = 0;
        for (Step step : steps) {
            now += step.act().pauseMillis();
            trial.time(now).record(step.act(), now);
            switch (step.turn()) {
                case NOTHING -> {}
                case SNAPSHOT -> trial.snapshot();
                case RESTORE_TO_1 -> trial.restore(1);
                case RESTORE_TO_2 -> trial.restore(2);
                case RESTORE_TO_3 -> trial.restore(3);
            }
        }
        return trial.close().results().stream().map(OperatorTrial.Result::value).toList();
    }

    /** What was told of each key, in order: keys that lie in different instances have none between them. */
    private static Map<String, List<String>> byKey(List<String> told) {
        return told.stream().collect(Collectors.groupingBy(text -> text.substring(0, text.indexOf(':'))));
    }

    private static final List<Function<StateTtlConfig.Builder, StateTtlConfig.Builder>> CLEANUPS = List.of(
            builder -> builder,
            StateTtlConfig.Builder::disableCleanupInBackground,
            builder -> builder.cleanupIncrementally(1, false),
            builder -> builder.cleanupIncrementally(100, true).cleanupFullSnapshot());

    @Test
    void livesGoOnOverSnapshotsRestoresAndOtherParallelismsHoweverStateIsCleaned() {
        for (String backend : List.of("heap", "naive")) {
            for (Kind kind : Kind.values()) {
                for (boolean renewed : new boolean[] {false, true}) {
                    Check.cases(25).run(STEPS.list(0, 40), Gen.integers(0, CLEANUPS.size() - 1), (steps, cleanup) -> {
                        StateTtlConfig.Builder life =
                                CLEANUPS.get(cleanup).apply(StateTtlConfig.newBuilder(Duration.ofMillis(LIFE)));
                        life = renewed ? life.updateTtlOnReadAndWrite() : life.updateTtlOnCreateAndWrite();
                        List<Act> acts = steps.stream().map(Step::act).toList();
                        assertThat(byKey(onStores(kind, life.build(), backend, steps)))
                                .as("%s %s, renewed by reading: %s", backend, kind, renewed)
                                .isEqualTo(byKey(model(kind, renewed, acts)));
                    });
                }
            }
        }
    }

    @Test
    void whatHasExpiredUnderOtherKeysIsTakenAwayByAndBy() throws Exception {
        StateTtlConfig life = StateTtlConfig.newBuilder(Duration.ofMillis(LIFE)).build();
        for (Kind kind : Kind.values()) {
            OperatorTrial<Act, String> trial = trial(kind, life);
            for (int key = 0; key < 100; key++) {
                trial.record(new Act(key, true, 1, 0));
            }
            assertThat(trial.kept()).as("%s", kind).isEqualTo(200);
            trial.time(1_000);
            for (int access = 0; access < 60; access++) {
                trial.record(new Act(0, false, 0, 0));
            }
            assertThat(trial.kept()).as("%s", kind).isZero();
        }
    }

    @Test
    void whatHasExpiredIsSeenOnceMoreWhereThatIsAllowed() throws Exception {
        StateTtlConfig life = StateTtlConfig.newBuilder(Duration.ofMillis(LIFE))
                .returnExpiredIfNotCleanedUp()
                .disableCleanupInBackground()
                .build();
        Map<Kind, List<String>> seen = Map.of(
                Kind.VALUE, List.of("1: 7", "1: null"),
                Kind.REDUCING, List.of("1: 7", "1: null"),
                Kind.LIST, List.of("1: [7]", "1: []"),
                Kind.MAP, List.of("1: {7=70}", "1: {}"));
        for (Kind kind : Kind.values()) {
            OperatorTrial<Act, String> trial = trial(kind, life);
            trial.record(new Act(1, true, 7, 0)).time(100);
            trial.record(new Act(1, false, 0, 0)).record(new Act(1, false, 0, 0));
            assertThat(trial.values()).isEqualTo(seen.get(kind));
        }
    }
}
