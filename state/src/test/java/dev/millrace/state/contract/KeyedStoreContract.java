package dev.millrace.state.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.check.Check;
import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.NamespacedState;
import dev.millrace.core.state.StateBackend;
import dev.millrace.core.state.StateSpec;
import dev.millrace.core.state.StoredKeyGroups;
import dev.millrace.core.state.TimerTable;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.time.Timer;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.core.type.Types;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of keyed state must do; the tests of a store implement this. */
public interface KeyedStoreContract {

    StateBackend backend();

    private KeyedStore open(StoredKeyGroups... restored) throws Exception {
        TypeSystem types = TypeSystem.create(getClass().getClassLoader());
        return backend()
                .open(new StateSpec("op", new KeyGroupRange(0, 7), 8, types, new FreeMemory(), List.of(restored)));
    }

    private static StoredKeyGroups snapshot(KeyedStore store) throws IOException {
        return SnapshotBytes.of(store.freeze(1), new KeyGroupRange(0, 7)).stored();
    }

    @Test
    default void behavesAsPlainCollectionsThroughSnapshotsAndRestoresAtAnyParallelism() {
        TypeSystem types = TypeSystem.create(getClass().getClassLoader());
        Check.cases(300).run(Op.OPS.list(0, 300), ops -> new Run(backend(), types).all(ops));
    }

    @Test
    default void manyKeysComeAndGo() throws Exception {
        KeyedStore store = open();
        ValueState<Long> value = store.state().value(new ValueStateDescriptor<>("v"));
        for (long round = 0; round < 4; round++) {
            for (long key = 0; key < 5000; key++) {
                store.state().useKey(key * (round + 1));
                assertThat(value.value()).isNull();
                value.update(key);
            }
            for (long key = 0; key < 5000; key++) {
                store.state().useKey(key * (round + 1));
                assertThat(value.value()).isEqualTo(key);
                value.clear();
            }
        }
    }

    @Test
    default void aKeyThatIsForgottenHasNothingAndOthersKeepAll() throws Exception {
        KeyedStore store = open();
        KeyedState state = store.state();
        ValueState<String> value = state.value(new ValueStateDescriptor<>("v"));
        NamespacedState<Long> windows = state.namespaced("windows");
        ListState<Long> list = windows.list(new ListStateDescriptor<>("l"));
        for (int round = 0; round < 3; round++) {
            for (long key = 0; key < 200; key++) {
                state.useKey(key);
                value.update("v" + key);
                for (long window = 0; window < 5; window++) {
                    windows.use(window);
                    list.add(key);
                }
            }
            for (long key = 0; key < 200; key += 2) {
                store.forget(key);
            }
            for (long key = 0; key < 200; key++) {
                state.useKey(key);
                windows.use(key % 5);
                boolean kept = key % 2 == 1;
                assertThat(value.value()).isEqualTo(kept ? "v" + key : null);
                assertThat(list.get() != null).isEqualTo(kept);
                list.clear();
            }
            for (long key = 0; key < 200; key++) {
                store.forget(key);
            }
            assertThat(state.keysOf("v").hasNext()).isFalse();
        }
    }

    @Test
    default void tellsHowManyRowsAndTimersThereAre() throws Exception {
        KeyedStore store = open();
        ValueState<Long> value = store.state().value(new ValueStateDescriptor<>("v"));
        NamespacedState<Long> windows = store.state().namespaced("windows");
        ValueState<Long> ofWindow = windows.value(new ValueStateDescriptor<>("w"));
        TimerTable timers = store.timers(Timer.Domain.EVENT_TIME);
        for (long key = 0; key < 300; key++) {
            store.state().useKey(key);
            value.update(key);
            windows.use(1L);
            ofWindow.update(key);
            timers.add(null, key);
            timers.add(null, key);
        }
        assertThat(store.rows()).isEqualTo(600);
        assertThat(timers.size()).isEqualTo(300);
        assertThat(store.timers(Timer.Domain.PROCESSING_TIME).size()).isZero();
        timers.poll(0);
        assertThat(timers.size()).isEqualTo(299);
        for (long key = 0; key < 100; key++) {
            store.forget(key);
        }
        assertThat(store.rows()).isEqualTo(400);
    }

    @Test
    default void tellsTheKeysThatHaveAValueInAState() throws Exception {
        KeyedStore store = open();
        ValueState<Long> value = store.state().value(new ValueStateDescriptor<>("v"));
        ListState<Long> list = store.state().list(new ListStateDescriptor<>("l"));
        for (long key = 0; key < 300; key++) {
            store.state().useKey("key " + key);
            list.add(key);
            value.update(key);
            if (key % 3 == 0) {
                value.clear();
            }
        }
        List<Object> keys = new ArrayList<>();
        store.state().keysOf("v").forEachRemaining(keys::add);
        assertThat(keys).hasSize(200).contains("key 1", "key 299").doesNotContain("key 3");
        keys.clear();
        for (Iterator<Object> all = store.state().keysOf("l"); all.hasNext(); ) {
            keys.add(all.next());
            store.state().useKey(keys.get(keys.size() - 1));
            list.clear();
        }
        assertThat(keys).hasSize(300).doesNotHaveDuplicates();
        assertThat(store.state().keysOf("l").hasNext()).isFalse();
        assertThat(store.state().keysOf("unknown").hasNext()).isFalse();
    }

    @Test
    default void refusesStateWhileNoKeyIsSelected() throws Exception {
        KeyedStore store = open();
        ValueState<Long> value = store.state().value(new ValueStateDescriptor<>("v"));
        store.state().useKey("a");
        value.update(1L);
        store.state().unselect();
        assertThatThrownBy(value::value).hasMessageContaining("no key is selected");
        store.state().useKey("a");
        assertThat(value.value()).isEqualTo(1L);
    }

    @Test
    default void anEmptyValueStateAnswersACopyOfItsDefault() throws Exception {
        KeyedStore store = open();
        ValueState<List<String>> value = store.state()
                .value(new ValueStateDescriptor<>("v", Types.LIST(Types.STRING), new ArrayList<>(List.of("default"))));
        store.state().useKey("a");
        value.value().add("spoilt");
        assertThat(value.value()).containsExactly("default");
    }

    @Test
    default void anEmptyListStateAnswersNullAndAnEmptyUpdateClears() throws Exception {
        KeyedStore store = open();
        ListState<Long> list = store.state().list(new ListStateDescriptor<>("l", Long.class));
        store.state().useKey(1L);
        assertThat(list.get()).isNull();
        list.addAll(List.of(1L, 2L));
        list.update(List.of());
        assertThat(list.get()).isNull();
        assertThatThrownBy(() -> list.add(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    default void anObjectThatIsUsedAgainForAnotherKeyDoesNotTieTheKeysTogether() throws Exception {
        KeyedStore store = open();
        ValueState<List<String>> value = store.state().value(new ValueStateDescriptor<>("v"));
        ListState<List<String>> list = store.state().list(new ListStateDescriptor<>("l"));
        MapState<String, List<String>> map = store.state().map(new MapStateDescriptor<>("m"));
        List<String> reused = new ArrayList<>();
        for (String key : List.of("a", "b", "c")) {
            store.state().useKey(key);
            reused.clear();
            reused.add(key);
            value.update(reused);
            list.add(reused);
            map.put("x", reused);
        }
        for (String key : List.of("a", "b", "c")) {
            store.state().useKey(key);
            assertThat(value.value()).containsExactly(key);
            assertThat(list.get().iterator().next()).containsExactly(key);
            assertThat(map.get("x")).containsExactly(key);
        }
    }

    @Test
    default void anObjectKeptAcrossASnapshotEditedAndUpdatedIsTheNewValueAndNotTheSnapshots() throws Exception {
        KeyedStore store = open();
        ValueState<List<String>> value = store.state().value(new ValueStateDescriptor<>("v"));
        List<String> kept = new ArrayList<>(List.of("one"));
        store.state().useKey("a");
        value.update(kept);
        List<String> handedOut = value.value();
        FrozenState first = store.freeze(1);
        kept.add("never updated");
        handedOut.add("two");
        value.update(handedOut);
        FrozenState second = store.freeze(2);
        handedOut.add("three");
        value.update(handedOut);
        assertThat(value.value()).containsExactly("one", "two", "three");
        assertThat(valueIn(first)).containsExactly("one");
        assertThat(valueIn(second)).containsExactly("one", "two");
    }

    @Test
    default void aSnapshotThatIsWrittenLaterHasTheBytesThatItHadAtItsMoment() throws Exception {
        KeyedStore store = open();
        ValueState<Object> value = store.state().value(new ValueStateDescriptor<>("v"));
        store.state().useKey("a");
        value.update(1L);
        SnapshotBytes atOnce = SnapshotBytes.of(store.freeze(1), new KeyGroupRange(0, 7));
        FrozenState later = store.freeze(1);
        value.update(List.of("of another class"));
        store.state().useKey("b");
        value.update(new Held(1));
        store.state().longCell("one more state").set(1);
        assertThat(SnapshotBytes.of(later, new KeyGroupRange(0, 7)).sections()).isEqualTo(atOnce.sections());
    }

    /** A value of a class of the user's. */
    record Held(long number) {}

    private List<String> valueIn(FrozenState frozen) throws Exception {
        KeyedStore restored =
                open(SnapshotBytes.of(frozen, new KeyGroupRange(0, 7)).stored());
        restored.state().useKey("a");
        return restored.state()
                .<List<String>>value(new ValueStateDescriptor<>("v"))
                .value();
    }

    @Test
    default void mapEntriesCanBeSetWhileTheyAreWalkedAndValuesMayBeNull() throws Exception {
        KeyedStore store = open();
        MapState<String, Long> map = store.state().map(new MapStateDescriptor<>("m", String.class, Long.class));
        store.state().useKey(1L);
        Map<String, Long> three = new HashMap<>(Map.of("a", 1L, "b", 2L));
        three.put("c", null);
        map.putAll(three);
        for (Map.Entry<String, Long> entry : map.entries()) {
            if (entry.getValue() != null) {
                entry.setValue(entry.getValue() * 10);
            }
        }
        assertThat(map.keys()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(map.values()).containsExactlyInAnyOrder(10L, 20L, null);
        assertThat(map.contains("c")).isTrue();
        assertThat(map.get("c")).isNull();
        MapState<String, Long> restored =
                restoredAt(open(snapshot(store)), 1L).map(new MapStateDescriptor<>("m", String.class, Long.class));
        assertThat(restored.values()).containsExactlyInAnyOrder(10L, 20L, null);
    }

    private static KeyedState restoredAt(KeyedStore store, Object key) {
        store.state().useKey(key);
        return store.state();
    }

    @Test
    default void aStateAskedForAsAnotherKindIsRefusedWithBothNames() throws Exception {
        KeyedStore store = open();
        store.state().value(new ValueStateDescriptor<Long>("s"));
        assertThatThrownBy(() -> store.state().list(new ListStateDescriptor<Long>("s")))
                .hasMessageContaining("s")
                .hasMessageContaining("VALUE")
                .hasMessageContaining("LIST");
    }

    @Test
    default void aStateAskedForWithAnotherTypeIsRefusedWithBothNames() throws Exception {
        KeyedStore store = open();
        store.state().value(new ValueStateDescriptor<>("s", Long.class));
        assertThatThrownBy(() -> store.state().value(new ValueStateDescriptor<>("s", String.class)))
                .hasMessageContaining("Long")
                .hasMessageContaining("String");
    }

    @Test
    default void aRestoredStateAskedForAsAnotherKindIsRefused() throws Exception {
        KeyedStore store = open();
        ValueState<Long> value = store.state().value(new ValueStateDescriptor<>("s"));
        store.state().useKey(1L);
        value.update(1L);
        KeyedStore restored = open(snapshot(store));
        assertThatThrownBy(() -> restored.state().map(new MapStateDescriptor<String, Long>("s")))
                .hasMessageContaining("VALUE")
                .hasMessageContaining("MAP");
    }

    @Test
    default void askingAgainForAStateGivesTheSameState() throws Exception {
        KeyedStore store = open();
        ValueState<Long> once = store.state().value(new ValueStateDescriptor<>("s"));
        ValueState<Long> again = store.state().value(new ValueStateDescriptor<>("s"));
        store.state().useKey(1L);
        once.update(7L);
        assertThat(again.value()).isEqualTo(7L);
    }

    @Test
    default void restoredStateThatTheProgramDoesNotAskForIsKeptAndWrittenAgain() throws Exception {
        KeyedStore first = open();
        ValueState<String> kept = first.state().value(new ValueStateDescriptor<>("kept"));
        MapState<String, Long> keptMap = first.state().map(new MapStateDescriptor<>("keptMap"));
        ListState<String> keptList = first.state().list(new ListStateDescriptor<>("keptList"));
        NamespacedState<String> windows = first.state().namespaced("windows");
        ValueState<Long> inWindow = windows.value(new ValueStateDescriptor<>("w"));
        for (long key = 0; key < 20; key++) {
            first.state().useKey(key);
            kept.update("value " + key);
            keptMap.put("m", key);
            keptList.add("l" + key);
            windows.use("now");
            inWindow.update(key);
        }
        KeyedStore second = open(snapshot(first));
        ValueState<Long> other = second.state().value(new ValueStateDescriptor<>("other"));
        for (long key = 100; key < 120; key++) {
            second.state().useKey(key);
            other.update(key);
        }
        KeyedStore third = open(snapshot(second));
        NamespacedState<String> windowsAgain = third.state().namespaced("windows");
        for (long key = 0; key < 20; key++) {
            third.state().useKey(key);
            windowsAgain.use("now");
            assertThat(third.state()
                            .<String>value(new ValueStateDescriptor<>("kept"))
                            .value())
                    .isEqualTo("value " + key);
            assertThat(third.state()
                            .<String, Long>map(new MapStateDescriptor<>("keptMap"))
                            .get("m"))
                    .isEqualTo(key);
            assertThat(third.state()
                            .<String>list(new ListStateDescriptor<>("keptList"))
                            .get())
                    .containsExactly("l" + key);
            assertThat(windowsAgain.<Long>value(new ValueStateDescriptor<>("w")).value())
                    .isEqualTo(key);
        }
        third.state().useKey(110L);
        assertThat(third.state()
                        .<Long>value(new ValueStateDescriptor<>("other"))
                        .value())
                .isEqualTo(110L);
    }

    @Test
    default void theUsersOwnSerializerWinsAndItsStateComesBack() throws Exception {
        KeyedStore store = open();
        ValueState<String> value = store.state().value(new ValueStateDescriptor<>("s", new ReversedTextInfo()));
        store.state().useKey(1L);
        value.update("forth");
        KeyedStore restored = open(snapshot(store));
        restored.state().useKey(1L);
        assertThat(restored.state()
                        .value(new ValueStateDescriptor<>("s", new ReversedTextInfo()))
                        .value())
                .isEqualTo("forth");
    }

    @Test
    default void timersFireInTheSameOrderWhateverTheOrderOfRegistrationAndTheRestores() throws Exception {
        List<Timer> forwards = fired(false);
        List<Timer> backwards = fired(true);
        assertThat(forwards).hasSize(200).isEqualTo(backwards);
        assertThat(forwards).isSortedAccordingTo((a, b) -> Long.compare(a.timestamp(), b.timestamp()));
    }

    private List<Timer> fired(boolean backwardsAndRestored) throws Exception {
        KeyedStore store = open();
        for (int i = 0; i < 400; i++) {
            int n = backwardsAndRestored ? 399 - i : i;
            store.state().useKey("key" + n % 50);
            store.timers(Timer.Domain.PROCESSING_TIME).add("ns" + n % 8, n % 10);
        }
        KeyedStore last = backwardsAndRestored ? open(snapshot(store)) : store;
        List<Timer> fired = new ArrayList<>();
        var timers = last.timers(Timer.Domain.PROCESSING_TIME);
        for (Timer timer = timers.poll(100); timer != null; timer = timers.poll(100)) {
            fired.add(timer);
        }
        return fired;
    }

    @Test
    default void aTimerIsRegisteredOnceAndTellsWhetherItIsNowTheEarliest() throws Exception {
        KeyedStore store = open();
        var timers = store.timers(Timer.Domain.EVENT_TIME);
        store.state().useKey(1L);
        assertThat(timers.add(null, 10)).isTrue();
        assertThat(timers.add(null, 10)).isFalse();
        assertThat(timers.add(null, 20)).isFalse();
        assertThat(timers.add("x", 5)).isTrue();
        timers.remove("x", 5);
        assertThat(timers.earliest()).isEqualTo(10);
        assertThat(timers.poll(9)).isNull();
        assertThat(timers.poll(10)).isEqualTo(new Timer(Timer.Domain.EVENT_TIME, 10, 1L, null));
        assertThat(timers.poll(10)).isNull();
        assertThat(timers.poll(Long.MAX_VALUE).timestamp()).isEqualTo(20);
        assertThat(timers.poll(Long.MAX_VALUE)).isNull();
        timers.add(null, Long.MAX_VALUE);
        assertThat(timers.poll(Long.MAX_VALUE).timestamp()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    default void usingStateWithoutASelectedKeyIsAnError() throws Exception {
        KeyedStore store = open();
        ValueState<Long> value = store.state().value(new ValueStateDescriptor<>("v"));
        assertThatThrownBy(value::value)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("key");
        assertThatThrownBy(() -> store.state().key()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.state().useKey(null)).isInstanceOf(NullPointerException.class);
    }
}
