package dev.millrace.state.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.state.FrozenState;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Tables that share columns stay apart: in the forms of their values, in snapshots, and in the room that they give back. */
final class SharedColumnsTest {

    private static final KeyGroupRange RANGE = new KeyGroupRange(0, 15);
    private static final int KEYS = 6_000;

    private static KeyedStore open(FreeMemory memory, StoredKeyGroups... restored) throws Exception {
        TypeSystem types = TypeSystem.create(SharedColumnsTest.class.getClassLoader());
        return new HeapStateBackend().open(new StateSpec("op", RANGE, 16, types, memory, List.of(restored)));
    }

    /** Values of a few keys have other forms than those of most, so that some groups leave the column of all. */
    private static Object value(SplittableRandom random, Object key) {
        return switch (key.hashCode() % 500) {
            case 0 -> random.nextLong();
            case 1 -> "text " + random.nextInt(100);
            case 2 -> Tuple2.of(random.nextLong(), null);
            default -> Tuple2.of(random.nextLong(300), random.nextLong(300));
        };
    }

    private static Object key(int number) {
        return number % 700 == 0 ? (Object) ("key " + number) : (Object) (long) number;
    }

    private static Map<Object, Object> all(KeyedStore store) throws Exception {
        ValueState<Object> state = store.state().value(new ValueStateDescriptor<>("s"));
        Map<Object, Object> all = new HashMap<>();
        for (int number = 0; number < KEYS; number++) {
            store.state().useKey(key(number));
            if (state.value() != null) {
                all.put(key(number), state.value());
            }
        }
        return all;
    }

    @Test
    void valuesAndSnapshotsAreRightWhateverFormsTheGroupsHave() throws Exception {
        for (long seed = 1; seed <= 6; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            FreeMemory memory = new FreeMemory();
            KeyedStore store = open(memory);
            ValueState<Object> state = store.state().value(new ValueStateDescriptor<>("s"));
            Map<Object, Object> model = new HashMap<>();
            for (int round = 0; round < 3; round++) {
                change(random, store, state, model, 8_000);
                Map<Object, Object> expected = new HashMap<>(model);
                FrozenState frozen = store.freeze(round);
                change(random, store, state, model, 2_000);
                KeyedStore restored =
                        open(new FreeMemory(), SnapshotBytes.of(frozen, RANGE).stored());
                frozen.close();
                assertThat(all(restored))
                        .as("snapshot %d of seed %d", round, seed)
                        .isEqualTo(expected);
                assertThat(all(store))
                        .as("after snapshot %d of seed %d", round, seed)
                        .isEqualTo(model);
            }
            store.close();
            assertThat(memory.reserved()).as("room after seed %d", seed).isZero();
        }
    }

    private static void change(
            SplittableRandom random, KeyedStore store, ValueState<Object> state, Map<Object, Object> model, int steps)
            throws Exception {
        for (int step = 0; step < steps; step++) {
            Object key = key(random.nextInt(KEYS));
            store.state().useKey(key);
            if (random.nextInt(4) == 0) {
                state.clear();
                model.remove(key);
            } else {
                Object value = value(random, key);
                state.update(value);
                model.put(key, value);
            }
        }
    }
}
