package dev.millrace.runtime.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.element.Batch;
import dev.millrace.core.element.KeyLane;
import dev.millrace.core.element.ObjectKeys;
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

    private static void add(Gathered gathered, int input, Object value, long timestamp, Object key, int hash) {
        KeyLane lane = new ObjectKeys(new Object[] {key}, new int[] {hash});
        gathered.addKeyed(input, new Batch(new Object[] {value}, new long[] {timestamp}, lane, 1), 0);
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
        Gen<Row> rows = Gen.combine(Gen.integers(0, 1), Gen.integers(0, 12), (input, key) -> new Row(input, key, 0));
        Check.cases(200).run(rows.list(0, 200), drawn -> {
            Gathered gathered = gathered();
            List<Row> arrived = new ArrayList<>();
            for (Row row : drawn) {
                Row numbered = new Row(row.input(), row.key(), arrived.size());
                arrived.add(numbered);
                add(gathered, row.input(), numbered, arrived.size(), row.text(), row.hash());
            }
            List<List<Object>> seen = new ArrayList<>();
            KeyOrder order = new KeyOrder(gathered, types);
            while (order.nextKey()) {
                List<Object> ofKey = new ArrayList<>();
                for (int place = 0; place < order.size(); place++) {
                    ofKey.add(gathered.value(order.position(place)));
                    assertThat(gathered.timestamp(order.position(place))).isEqualTo(order.position(place) + 1);
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
            add(gathered, 0, "some text " + number, Batch.NO_TIMESTAMP, number, number);
        }
        gathered.charge();
        assertThat(memory.reserved()).isBetween(5_000L * 72, 5_000L * 150);
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
                        add(gathered, 0, new String(letters), Batch.NO_TIMESTAMP, number, number);
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
            add(gathered, 0, number, Batch.NO_TIMESTAMP, number, number);
            gathered.charge();
        }
        assertThat(gathered.size()).isEqualTo(5_000);
    }
}
