package dev.millrace.state.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.StateSpec;
import dev.millrace.core.state.StoredKeyGroups;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.state.contract.FreeMemory;
import dev.millrace.state.contract.SnapshotBytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What handles expect of values, because earlier ones of the same operator were so, is never more than a guess. */
final class HeapHandlesTest {

    private static final KeyGroupRange RANGE = new KeyGroupRange(0, 7);
    private static final long KEYS = 100;

    /** Stands for the class of an operator, of which the tests have one each. */
    private static final class Guessing {}

    private static final class Mixing {}

    private static final class Restoring {}

    private static final class Owning {}

    private record Name(String first, String last) {}

    private static KeyedStore open(Class<?> operator, StoredKeyGroups... restored) throws Exception {
        TypeSystem types = TypeSystem.create(HeapHandlesTest.class.getClassLoader());
        KeyedStore store =
                new HeapStateBackend().open(new StateSpec("op", RANGE, 8, types, new FreeMemory(), List.of(restored)));
        store.state().usedBy(operator);
        return store;
    }

    private static Object value(long key, int kind) {
        return switch (kind) {
            case 0 -> Tuple2.of(key, -key);
            case 1 -> Tuple2.of("k" + key, key);
            case 2 -> key;
            case 3 -> "text " + key;
            case 4 -> new Name("a" + key, null);
            case 5 -> new ArrayList<>(List.of(key));
            default -> (int) key; // an Integer
        };
    }

    @Test
    void aTaskMayKeepValuesOfAnotherKindThanTheTaskBefore() throws Exception {
        for (int task = 0; task < 28; task++) {
            int kind = task * 5 % 7;
            KeyedStore store = open(Guessing.class);
            ValueState<Object> state = store.state().value(new ValueStateDescriptor<>("s"));
            for (long key = 0; key < KEYS; key++) {
                store.state().useKey(key);
                assertThat(state.value()).isNull();
                state.update(value(key, kind));
            }
            for (long key = 0; key < KEYS; key++) {
                store.state().useKey(key);
                assertThat(state.value()).as("kind %d", kind).isEqualTo(value(key, kind));
                state.update(null);
                assertThat(state.value()).isNull();
            }
            store.close();
        }
    }

    @Test
    void twoStatesOfOneOperatorAndValuesOfSeveralKindsInOne() throws Exception {
        for (int task = 0; task < 3; task++) {
            KeyedStore store = open(Mixing.class);
            ValueState<Object> one = store.state().value(new ValueStateDescriptor<>("one"));
            ValueState<Object> other = store.state().value(new ValueStateDescriptor<>("other"));
            for (int kind = 0; kind < 7; kind++) {
                for (long key = 0; key < KEYS; key++) {
                    store.state().useKey(key);
                    one.update(value(key, kind));
                    other.update(value(key, (int) (key % 7)));
                }
                for (long key = 0; key < KEYS; key++) {
                    store.state().useKey(key);
                    assertThat(one.value()).isEqualTo(value(key, kind));
                    assertThat(other.value()).isEqualTo(value(key, (int) (key % 7)));
                }
            }
            store.close();
        }
    }

    @Test
    void whatWasRestoredIsNoGuess() throws Exception {
        for (int task = 0; task < 7; task++) {
            KeyedStore store = open(Restoring.class);
            ValueState<Object> state = store.state().value(new ValueStateDescriptor<>("s"));
            for (long key = 0; key < KEYS; key++) {
                store.state().useKey(key);
                state.update(value(key, task));
            }
            KeyedStore restored = open(
                    Restoring.class, SnapshotBytes.of(store.freeze(1), RANGE).stored());
            ValueState<Object> again = restored.state().value(new ValueStateDescriptor<>("s"));
            for (long key = 0; key < KEYS; key++) {
                restored.state().useKey(key);
                assertThat(again.value()).isEqualTo(value(key, task));
                again.update(value(key, task + 1));
                assertThat(again.value()).isEqualTo(value(key, task + 1));
            }
            store.close();
            restored.close();
        }
    }

    @Test
    void aValueThatWasGivenAwayAndOneThatWasTakenInAreNobodyElses() throws Exception {
        for (int task = 0; task < 2; task++) {
            KeyedStore store = open(Owning.class);
            ValueState<Tuple2<Long, Long>> state = store.state().value(new ValueStateDescriptor<>("s"));
            store.state().useKey(1L);
            Tuple2<Long, Long> mine = Tuple2.of(1L, 2L);
            state.update(mine);
            mine.f0 = 7L;
            assertThat(state.value()).isEqualTo(Tuple2.of(1L, 2L));
            state.value().f0 = 8L;
            assertThat(state.value()).isEqualTo(Tuple2.of(1L, 2L));
            store.close();
        }
    }
}
