package dev.millrace.runtime.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.element.Batch;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.runtime.worker.MemoryBudget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatheredTest {

    private static final long MEBIBYTE = 1L << 20;

    private final TypeSystem types = TypeSystem.create(getClass().getClassLoader());
    private final MemoryBudget memory = new MemoryBudget(4 * MEBIBYTE);

    private Gathered gathered() {
        return new Gathered("Sum", types, memory);
    }

    private static void add(Gathered gathered, Object value) {
        gathered.add(new Batch(new Object[] {value}, null, null, 1), 0);
    }

    /** A record of an input; a third of the keys share a hash with another. */
    record Row(int input, int key, int number) {
        String text() {
            return "key " + key;
        }

        int hash() {
            return (key / 2) * 0x9E3779B9;
        }
    }

    @Test
    void recordsComeKeyByKeyThenInputByInputThenAsTheyArrived() {
        Gen<Row> rows = Gen.combine(Gen.integers(0, 1), Gen.integers(0, 40), (input, key) -> new Row(input, key, 0));
        Check.cases(200).run(rows.list(0, 200), drawn -> {
            Gathered gathered = gathered();
            KeyGroups groups = new KeyGroups(types, 2);
            List<Row> arrived = new ArrayList<>();
            for (Row row : drawn) {
                Row numbered = new Row(row.input(), row.key(), arrived.size());
                arrived.add(numbered);
                int position =
                        gathered.add(new Batch(new Object[] {numbered}, new long[] {-arrived.size()}, null, 1), 0);
                int before = groups.append(groups.group(row.text(), row.hash()), row.input(), position);
                if (before != KeyGroups.NONE) {
                    gathered.follow(before, position);
                }
            }
            List<List<Object>> seen = new ArrayList<>();
            KeyOrder order = new KeyOrder(groups, types);
            for (int group = order.next(); group != KeyGroups.NONE; group = order.next()) {
                List<Object> ofKey = new ArrayList<>();
                for (int input = 0; input < 2; input++) {
                    int position = groups.first(group, input);
                    for (int left = groups.count(group, input); left > 0; left--) {
                        ofKey.add(gathered.value(position));
                        assertThat(gathered.timestamp(position)).isEqualTo(-position - 1);
                        position = gathered.next(position);
                    }
                }
                seen.add(ofKey);
            }
            assertThat(seen).containsExactlyElementsOf(model(arrived));
        });
    }

    private static List<List<Object>> model(List<Row> arrived) {
        Map<Integer, List<Row>> byKey = new LinkedHashMap<>();
        arrived.forEach(row ->
                byKey.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row));
        List<List<Row>> keys = new ArrayList<>(byKey.values());
        keys.sort((a, b) -> {
            int byHash = Integer.compareUnsigned(a.get(0).hash(), b.get(0).hash());
            return byHash != 0
                    ? byHash
                    : a.get(0).text().length() - b.get(0).text().length() != 0
                            ? a.get(0).text().length() - b.get(0).text().length()
                            : a.get(0).text().compareTo(b.get(0).text());
        });
        List<List<Object>> sorted = new ArrayList<>();
        for (List<Row> key : keys) {
            List<Object> ofKey = new ArrayList<>();
            key.stream().filter(row -> row.input() == 0).forEach(ofKey::add);
            key.stream().filter(row -> row.input() == 1).forEach(ofKey::add);
            sorted.add(ofKey);
        }
        return sorted;
    }

    @Test
    void whatIsGatheredIsChargedAndGivenBack() {
        Gathered gathered = gathered();
        for (int number = 0; number < 5_000; number++) {
            add(gathered, "some text " + number);
        }
        gathered.charge();
        assertThat(memory.reserved()).isBetween(5_000L * 64, 5_000L * 150);
        gathered.close();
        assertThat(memory.reserved()).isZero();
    }

    @Test
    void whatDoesNotFitIsRefusedWithARemedy() {
        Gathered gathered = gathered();
        char[] letters = new char[10_000];
        Arrays.fill(letters, 'x');
        assertThatThrownBy(() -> {
                    for (int number = 0; number < 1_000; number++) {
                        add(gathered, new String(letters));
                        gathered.charge();
                    }
                })
                .hasMessageContaining("operator Sum gathers its input")
                .hasMessageContaining("MiB in this instance")
                .hasMessageContaining("-Xmx")
                .hasMessageContaining("STREAMING");
        assertThat(gathered.size()).isBetween(150, 250);
    }

    @Test
    void aLittleFitsHoweverFullTheMemoryIs() {
        memory.reserve(5 * MEBIBYTE);
        Gathered gathered = gathered();
        for (int number = 0; number < 5_000; number++) {
            add(gathered, number);
            gathered.charge();
        }
        assertThat(gathered.size()).isEqualTo(5_000);
    }
}
