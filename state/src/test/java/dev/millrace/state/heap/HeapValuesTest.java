package dev.millrace.state.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.StateBackend;
import dev.millrace.core.state.StateSpec;
import dev.millrace.core.state.StoredKeyGroups;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.state.contract.FreeMemory;
import dev.millrace.state.contract.SnapshotBytes;
import dev.millrace.state.naive.NaiveStateBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is particular to values on the heap: declared classes are checked, objects are live, room is used again. */
final class HeapValuesTest {

    private static final KeyGroupRange RANGE = new KeyGroupRange(0, 7);

    private final FreeMemory memory = new FreeMemory();

    private KeyedStore open(StoredKeyGroups... restored) throws Exception {
        TypeSystem types = TypeSystem.create(getClass().getClassLoader());
        return new HeapStateBackend().open(new StateSpec("op", RANGE, 8, types, memory, List.of(restored)));
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // the mistake that is tested
    void aValueOfAnotherClassThanDeclaredIsRefusedWithBothNames() throws Exception {
        KeyedStore store = open();
        ValueState state = store.state().value(new ValueStateDescriptor<>("s", Long.class));
        store.state().useKey(1L);
        assertThatThrownBy(() -> state.update("text"))
                .hasMessageContaining("'s'")
                .hasMessageContaining("java.lang.Long")
                .hasMessageContaining("java.lang.String");
    }

    @Test
    void restoredValuesOfAnotherClassThanDeclaredAreRefusedWithBothNames() throws Exception {
        KeyedStore store = open();
        ValueState<Long> state = store.state().value(new ValueStateDescriptor<>("s"));
        store.state().useKey(1L);
        state.update(1L);
        KeyedStore restored = open(SnapshotBytes.of(store.freeze(1), RANGE).stored());
        assertThatThrownBy(() -> restored.state().value(new ValueStateDescriptor<>("s", String.class)))
                .hasMessageContaining("'s'")
                .hasMessageContaining("java.lang.Long")
                .hasMessageContaining("java.lang.String");
    }

    @Test
    void listsAndMapsPrintAndCompareAsCollectionsDo() throws Exception {
        KeyedStore store = open();
        ListState<String> list = store.state().list(new ListStateDescriptor<>("l", String.class));
        MapState<String, Long> map = store.state().map(new MapStateDescriptor<>("m", String.class, Long.class));
        store.state().useKey(1L);
        list.addAll(List.of("a", "b", "c"));
        Iterable<String> before = list.get();
        list.add("d");
        map.put("one", 1L);
        map.put("two", 2L);
        assertThat(before).as("what was read stays").hasToString("[a, b, c]").isEqualTo(List.of("a", "b", "c"));
        assertThat(list.get()).hasToString("[a, b, c, d]").isEqualTo(List.of("a", "b", "c", "d"));
        assertThat(map.entries())
                .hasToString("[one=1, two=2]")
                .isEqualTo(Map.of("one", 1L, "two", 2L).entrySet());
        assertThat(map.keys()).hasToString("[one, two]").isEqualTo(Set.of("one", "two"));
        assertThat(map.values()).hasToString("[1, 2]");
        Iterable<String> keys = map.keys();
        map.put("three", 3L);
        assertThat(keys).as("what is seen of a map changes with it").hasToString("[one, two, three]");
    }

    @Test
    void aStateOfAnotherBackendIsRefusedByName() throws Exception {
        TypeSystem types = TypeSystem.create(getClass().getClassLoader());
        StateBackend naive = new NaiveStateBackend();
        KeyedStore ofNaive = naive.open(new StateSpec("op", RANGE, 8, types, memory, List.of()));
        ofNaive.state().useKey(1L);
        ofNaive.state().<Long>value(new ValueStateDescriptor<>("s")).update(1L);
        StoredKeyGroups byNaive = SnapshotBytes.of(ofNaive.freeze(1), RANGE).stored();
        assertThatThrownBy(() -> open(byNaive))
                .hasMessageContaining("operator 'op' has format 1000, and the state backend 'heap'")
                .hasMessageContaining("restore it with the state backend");
        KeyedStore ofHeap = open();
        ofHeap.state().useKey(1L);
        ofHeap.state().<Long>value(new ValueStateDescriptor<>("s")).update(1L);
        StoredKeyGroups byHeap = SnapshotBytes.of(ofHeap.freeze(1), RANGE).stored();
        assertThatThrownBy(() -> naive.open(new StateSpec("op", RANGE, 8, types, memory, List.of(byHeap))))
                .hasMessageContaining("operator 'op' has format 1, and the state backend 'naive'");
    }

    @Test
    void aCollectionThatIsHandedOutIsLive() throws Exception {
        KeyedStore store = open();
        ValueState<List<String>> state = store.state().value(new ValueStateDescriptor<>("s"));
        store.state().useKey(1L);
        state.update(new ArrayList<>());
        state.value().add("in place");
        assertThat(state.value()).containsExactly("in place");
    }

    @Test
    void roomOfKeysAndEntriesThatAreGoneIsUsedAgain() throws Exception {
        KeyedStore store = open();
        ValueState<Long> value = store.state().value(new ValueStateDescriptor<>("v"));
        MapState<Long, String> map = store.state().map(new MapStateDescriptor<>("m"));
        long afterFirst = 0;
        for (long round = 0; round < 10; round++) {
            for (long key = 0; key < 3000; key++) {
                store.state().useKey(round * 3000 + key);
                value.update(key);
                map.put(key, "entry");
            }
            for (long key = 0; key < 3000; key++) {
                store.state().useKey(round * 3000 + key);
                value.clear();
                map.clear();
            }
            afterFirst = round == 0 ? memory.reserved() : afterFirst;
        }
        assertThat(memory.reserved()).isLessThan(afterFirst * 2);
    }

    @Test
    void moreHandedOutObjectsThanAreTrackedAreStillNotReachedThroughASnapshot() throws Exception {
        KeyedStore store = open();
        ValueState<List<Long>> value = store.state().value(new ValueStateDescriptor<>("v"));
        List<List<Long>> handedOut = new ArrayList<>();
        for (long key = 0; key < 10_000; key++) {
            store.state().useKey(key);
            value.update(new ArrayList<>(List.of(key)));
            handedOut.add(value.value());
        }
        var frozen = store.freeze(1);
        handedOut.forEach(list -> list.add(-1L));
        KeyedStore restored = open(SnapshotBytes.of(frozen, RANGE).stored());
        ValueState<List<Long>> then = restored.state().value(new ValueStateDescriptor<>("v"));
        for (long key = 0; key < 10_000; key++) {
            restored.state().useKey(key);
            assertThat(then.value()).containsExactly(key);
        }
    }
}
