package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.function.Order;
import dev.millrace.core.rich.RichMapPartitionFunction;
import dev.millrace.core.tuple.Tuple2;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartitionsRunTest {

    private static final int RECORDS = 1_000;
    private final StreamExecutionEnvironment environment = Runs.environment(2);

    private static List<Tuple2<String, Integer>> values() {
        List<Tuple2<String, Integer>> values = new ArrayList<>();
        for (int number = 0; number < RECORDS; number++) {
            values.add(Tuple2.of("key" + number % 3, number * 37 % 101));
        }
        return values;
    }

    /** Emits how many records there were, and their sum. */
    private static final class Summary
            extends RichMapPartitionFunction<Tuple2<String, Integer>, Tuple2<Integer, Integer>> {

        private transient boolean opened;

        @Override
        public void open(OpenContext openContext) {
            opened = true;
        }

        @Override
        public void mapPartition(Iterable<Tuple2<String, Integer>> values, Collector<Tuple2<Integer, Integer>> out) {
            assertThat(opened).isTrue();
            Tuple2<Integer, Integer> summary = Tuple2.of(0, 0);
            values.forEach(value -> {
                summary.f0++;
                summary.f1 += value.f1;
            });
            out.collect(summary);
        }
    }

    @Test
    void eachInstanceHandsItsRecordsOver() throws Exception {
        List<Tuple2<Integer, Integer>> results = Runs.results(environment
                .fromData(values())
                .rebalance()
                .map(value -> value)
                .fullWindowPartition()
                .mapPartition(new Summary()));
        assertThat(results).extracting(summary -> summary.f0).containsExactly(RECORDS / 2, RECORDS / 2);
        assertThat(results.stream().mapToInt(summary -> summary.f1).sum())
                .isEqualTo(values().stream().mapToInt(value -> value.f1).sum());
    }

    @Test
    void eachKeyHandsItsRecordsOver() throws Exception {
        List<Tuple2<Integer, Integer>> results = Runs.results(environment
                .fromData(values())
                .keyBy(value -> value.f0)
                .fullWindowPartition()
                .mapPartition(new Summary()));
        Map<String, Tuple2<Integer, Integer>> expected = new HashMap<>();
        values().forEach(value -> {
            Tuple2<Integer, Integer> summary = expected.computeIfAbsent(value.f0, key -> Tuple2.of(0, 0));
            summary.f0++;
            summary.f1 += value.f1;
        });
        assertThat(results).containsExactlyInAnyOrderElementsOf(expected.values());
    }

    @Test
    void sortsByPositionNameAndKeyInBothDirections() throws Exception {
        List<Tuple2<String, Integer>> ascending = new ArrayList<>(values());
        ascending.sort(Comparator.comparing(value -> value.f1));
        List<Tuple2<String, Integer>> descending = new ArrayList<>(values());
        descending.sort(Comparator.comparing((Tuple2<String, Integer> value) -> value.f1)
                .reversed());
        assertThat(Runs.results(all().sortPartition(1, Order.ASCENDING))).isEqualTo(ascending);
        assertThat(Runs.results(all().sortPartition("f1", Order.DESCENDING))).isEqualTo(descending);
        KeySelector<Tuple2<String, Integer>, Tuple2<Integer, String>> swapped = value -> Tuple2.of(value.f1, value.f0);
        List<Tuple2<String, Integer>> byBoth = new ArrayList<>(values());
        byBoth.sort(Comparator.comparing((Tuple2<String, Integer> value) -> value.f1)
                .thenComparing(value -> value.f0));
        assertThat(Runs.results(all().sortPartition(swapped, Order.ASCENDING))).isEqualTo(byBoth);
        assertThatThrownBy(() -> all().sortPartition(1, Order.NONE)).hasMessageContaining("NONE");
    }

    private PartitionWindowedStream<Tuple2<String, Integer>> all() {
        return Runs.environment(1).fromData(values()).fullWindowPartition();
    }

    @Test
    void sortsTheRecordsOfEachKey() throws Exception {
        List<Tuple2<String, Integer>> results = Runs.results(Runs.environment(1)
                .fromData(values())
                .keyBy(value -> value.f0)
                .fullWindowPartition()
                .sortPartition("f1", Order.ASCENDING));
        assertThat(results).containsExactlyInAnyOrderElementsOf(values());
        for (String key : List.of("key0", "key1", "key2")) {
            assertThat(results.stream().filter(value -> value.f0.equals(key)).map(value -> value.f1))
                    .isSorted();
        }
    }

    /** The largest number, as text. */
    private static final class Largest implements AggregateFunction<Tuple2<String, Integer>, Integer, String> {

        @Override
        public Integer createAccumulator() {
            return -1;
        }

        @Override
        public Integer add(Tuple2<String, Integer> value, Integer accumulator) {
            return Math.max(value.f1, accumulator);
        }

        @Override
        public String getResult(Integer accumulator) {
            return "largest " + accumulator;
        }

        @Override
        public Integer merge(Integer a, Integer b) {
            return Math.max(a, b);
        }
    }

    @Test
    void reducesAndAggregatesInstancesAndKeys() throws Exception {
        assertThat(Runs.results(all().reduce((a, b) -> Tuple2.of("all", a.f1 + b.f1))))
                .containsExactly(Tuple2.of(
                        "all", values().stream().mapToInt(value -> value.f1).sum()));
        assertThat(Runs.results(all().aggregate(new Largest()))).containsExactly("largest 100");
        PartitionWindowedStream<Tuple2<String, Integer>> keyed =
                environment.fromData(values()).keyBy(value -> value.f0).fullWindowPartition();
        assertThat(Runs.results(keyed.aggregate(new Largest()))).hasSize(3).containsOnly("largest 100");
    }

    @Test
    void aStreamThatIsKeyedAlreadyIsTakenForKeyed() throws Exception {
        DataStream<Tuple2<String, Integer>> sums =
                environment.fromData(values()).keyBy(value -> value.f0).sum(1);
        KeyedStream<Tuple2<String, Integer>, String> again =
                DataStreamUtils.reinterpretAsKeyedStream(sums, value -> value.f0);
        List<Tuple2<String, Integer>> largest = new ArrayList<>();
        DataStreamUtils.collect(again.max(1)).forEachRemaining(largest::add);
        assertThat(largest).hasSize(RECORDS);
        assertThat(largest.stream().mapToInt(value -> value.f1).max().orElseThrow())
                .isEqualTo(values().stream()
                        .filter(value -> value.f0.equals("key0"))
                        .mapToInt(value -> value.f1)
                        .sum());
    }
}
