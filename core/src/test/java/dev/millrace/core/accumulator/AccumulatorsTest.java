package dev.millrace.core.accumulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccumulatorsTest {

    private static <V, R extends Serializable> R merged(Accumulator<V, R> accumulator, List<V> left, List<V> right) {
        Accumulator<V, R> one = accumulator.clone();
        Accumulator<V, R> other = accumulator.clone();
        left.forEach(one::add);
        right.forEach(other::add);
        one.merge(other);
        return one.getLocalValue();
    }

    @Test
    void partsMergeToWhatOnePartWouldHave() {
        assertThat(merged(new IntCounter(), List.of(1, 2), List.of(3))).isEqualTo(6);
        assertThat(merged(new LongCounter(), List.of(1L), List.of(3L))).isEqualTo(4L);
        assertThat(merged(new DoubleCounter(), List.of(1.5), List.of(3.0))).isEqualTo(4.5);
        assertThat(merged(new IntMaximum(), List.of(-5), List.of(-7))).isEqualTo(-5);
        assertThat(merged(new LongMinimum(), List.of(5L), List.of(7L))).isEqualTo(5L);
        assertThat(merged(new DoubleMaximum(), List.of(-5.0), List.of(-7.0))).isEqualTo(-5.0);
        assertThat(merged(new DoubleMinimum(), List.of(5.0), List.of(7.0))).isEqualTo(5.0);
        assertThat(merged(new AverageAccumulator(), List.of(1.0, 2.0), List.of(6.0)))
                .isEqualTo(3.0);
        assertThat(merged(new Histogram(), List.of(1, 2, 1), List.of(1)))
                .containsEntry(1, 3)
                .containsEntry(2, 1);
        assertThat(merged(new ListAccumulator<String>(), List.of("a"), List.of("b")))
                .containsExactly("a", "b");
    }

    @Test
    void aResetPartIsAsNew() {
        IntMaximum max = new IntMaximum(4);
        max.resetLocal();
        max.add(-9);
        assertThat(max.getLocalValue()).isEqualTo(-9);
    }
}
