package dev.millrace.state.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.StateSpec;
import dev.millrace.core.state.StoredKeyGroups;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.state.contract.FreeMemory;
import dev.millrace.state.contract.SnapshotBytes;
import java.util.ArrayList;
import java.util.List;
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
