package dev.millrace.state.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.element.Batch;
import dev.millrace.core.element.ObjectKeys;
import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.StateSpec;
import dev.millrace.core.state.StoredKeyGroups;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.state.contract.FreeMemory;
import dev.millrace.state.contract.SnapshotBytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys that are texts are told apart and come back as they were, whether they are kept as characters or as objects. */
final class HeapTextKeysTest {

    private static final KeyGroupRange RANGE = new KeyGroupRange(0, 1);

    /** Many texts that differ in few places, of lengths around those that fit, with characters on both sides of the limit. */
    private static final Gen<String> TEXTS = Gen.oneOf(
            Gen.integers(0, 17).map("account-1234567890"::substring),
            Gen.integers(0, 17).map(length -> "account-1234567890".substring(0, length)),
            Gen.elements('a', '\u0000', '\u00ff', '\u0100', '\u0161')
                    .list(0, 16)
                    .map(HeapTextKeysTest::text));

    private final TypeSystem types = TypeSystem.create(getClass().getClassLoader());

    private static String text(List<Character> characters) {
        StringBuilder text = new StringBuilder();
        characters.forEach(text::append);
        return text.toString();
    }

    private KeyedStore open(StoredKeyGroups... restored) throws Exception {
        return new HeapStateBackend().open(new StateSpec("op", RANGE, 2, types, new FreeMemory(), List.of(restored)));
    }

    private static ValueState<Long> counts(KeyedStore store) {
        return store.state().value(new ValueStateDescriptor<>("count"));
    }

    private Batch batch(List<String> texts) {
        Object[] keys = texts.toArray();
        int[] hashes = texts.stream().mapToInt(types::hash).toArray();
        return new Batch(keys, null, new ObjectKeys(keys, hashes), keys.length);
    }

    private static Map<String, Long> all(KeyedStore store) throws Exception {
        ValueState<Long> counts = counts(store);
        List<Object> keys = new ArrayList<>();
        store.state().keysOf("count").forEachRemaining(keys::add);
        Map<String, Long> all = new HashMap<>();
        for (Object key : keys) {
            store.state().useKey(key);
            assertThat(all.put((String) key, counts.value())).isNull();
        }
        return all;
    }

    @Test
    void eachTextHasARowOfItsOwn() {
        Check.cases(200).run(TEXTS.list(1, 60).list(1, 5), batches -> {
            KeyedStore store = open();
            Map<String, Long> expected = new HashMap<>();
            FrozenState frozen = null;
            Map<String, Long> then = null;
            for (List<String> texts : batches) {
                count(store, texts, expected);
                if (frozen == null) {
                    frozen = store.freeze(1);
                    then = Map.copyOf(expected);
                }
            }
            assertThat(all(store)).isEqualTo(expected);
            assertThat(all(open(SnapshotBytes.of(frozen, RANGE).stored()))).isEqualTo(then);
            assertThat(all(open(SnapshotBytes.of(store.freeze(2), RANGE).stored())))
                    .isEqualTo(expected);
            store.close();
        });
    }

    /** Counts texts; a count of three is cleared, so that rows are used again. */
    private void count(KeyedStore store, List<String> texts, Map<String, Long> expected) throws Exception {
        ValueState<Long> counts = counts(store);
        store.state().enter(batch(texts));
        for (int row = 0; row < texts.size(); row++) {
            store.state().at(row);
            assertThat(store.state().key()).isEqualTo(texts.get(row));
            assertThat(counts.value()).isEqualTo(expected.get(texts.get(row)));
            long count = expected.merge(texts.get(row), 1L, Long::sum);
            if (count == 3) {
                expected.remove(texts.get(row));
                counts.clear();
            } else {
                counts.update(count);
            }
        }
    }
}
