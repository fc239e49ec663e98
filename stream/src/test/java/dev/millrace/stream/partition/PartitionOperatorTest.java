package dev.millrace.stream.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.function.Order;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.stream.trial.OperatorTrial;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionOperatorTest {

    private static <O> List<O> withRestoreAfterEachRecord(OperatorFactory<Integer, O> factory, List<Integer> values)
            throws Exception {
        OperatorTrial<Integer, O> trial = OperatorTrial.of(factory);
        for (int value : values) {
            trial.record(value);
            trial = OperatorTrial.restored(factory, trial.snapshot(1));
        }
        assertThat(trial.values()).isEmpty();
        return trial.finish().values();
    }

    @Test
    void sortsWhatItGatheredOverAnyNumberOfRestores() {
        Gen<List<Integer>> lists = Gen.<Integer>elements(1, 2, 3, 4, 5, 6, 7).list(0, 20);
        Check.cases(100).run(lists, values -> {
            OperatorFactory<Integer, Integer> factory =
                    Partitions.map(Partitions.sort(new SortKey<>(value -> value, Order.ASCENDING)));
            assertThat(withRestoreAfterEachRecord(factory, values))
                    .isEqualTo(values.stream().sorted().toList());
        });
    }

    @Test
    void reducesWhatItGatheredOverAnyNumberOfRestores() throws Exception {
        OperatorFactory<Integer, Integer> factory = Partitions.reduce((Integer a, Integer b) -> a * 10 + b);
        assertThat(withRestoreAfterEachRecord(factory, List.of(1, 2, 3))).containsExactly(123);
        assertThat(withRestoreAfterEachRecord(factory, List.of())).isEmpty();
    }

    @Test
    void whatHasNoOrderIsAnErrorThatNamesIt() throws Exception {
        OperatorTrial<Object, Object> trial =
                OperatorTrial.of(Partitions.map(Partitions.sort(new SortKey<>(value -> value, Order.ASCENDING))));
        trial.record("a").record(1);
        assertThatThrownBy(trial::finish).hasMessageContaining("a").hasMessageContaining("Comparable");
    }
}
