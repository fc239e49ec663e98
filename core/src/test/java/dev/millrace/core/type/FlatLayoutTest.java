package dev.millrace.core.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.tuple.Tuple2;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Small values are kept in columns and come back equal; what does not fit is told, and stores nothing. */
class FlatLayoutTest {

    private final TypeSystem types = TypeSystem.create(getClass().getClassLoader());

    private record Sample(String name, int count, double mean, boolean open, Character letter, Long boxed) {}

    private static final class Counter {
        private long count;
        private final String name;

        private Counter(long count, String name) {
            this.count = count;
            this.name = name;
        }
    }

    private FlatLayout layout(Object sample) {
        return types.typeOf(sample).flat(sample).orElseThrow();
    }

    @Test
    void aPairOfNumbersIsTwoPrimitiveColumns() {
        FlatLayout layout = layout(Tuple2.of(1L, 2.0));
        assertThat(layout.columns())
                .containsExactly(
                        new FlatLayout.Column("f0", FlatLayout.Kind.LONG),
                        new FlatLayout.Column("f1", FlatLayout.Kind.DOUBLE));
        Object[] columns = layout.newColumns(4);
        assertThat(columns[0]).isInstanceOf(long[].class);
        assertThat(layout.store(Tuple2.of(7L, 8.5), columns, 3)).isTrue();
        assertThat(layout.load(columns, 3)).isEqualTo(Tuple2.of(7L, 8.5));
        assertThat(layout.load(columns, 3)).isNotSameAs(layout.load(columns, 3));
    }

    @Test
    void whatDoesNotFitIsToldAndStoresNothing() {
        FlatLayout layout = layout(Tuple2.of("a", 2L));
        Object[] columns = layout.newColumns(2);
        assertThat(layout.store(Tuple2.of("b", 1L), columns, 0)).isTrue();
        assertThat(layout.store(Tuple2.of("c", null), columns, 0)).isFalse();
        assertThat(layout.store(Tuple2.of(3, 1L), columns, 0)).isFalse();
        assertThat(layout.store(Tuple2.of("d", 1), columns, 0)).isFalse();
        assertThat(layout.store("text", columns, 0)).isFalse();
        assertThat(layout.load(columns, 0)).isEqualTo(Tuple2.of("b", 1L));
        assertThat(layout.store(Tuple2.of(null, 4L), columns, 0)).isTrue();
        assertThat(layout.load(columns, 0)).isEqualTo(Tuple2.of(null, 4L));
    }

    @Test
    void recordsAndClassesWithFinalFields() {
        Sample sample = new Sample("n", 1, 2.5, true, 'x', 9L);
        FlatLayout layout = layout(sample);
        Object[] columns = layout.newColumns(1);
        assertThat(layout.store(sample, columns, 0)).isTrue();
        assertThat(layout.load(columns, 0)).isEqualTo(sample);
        FlatLayout counters = layout(new Counter(1, "a"));
        Object[] counts = counters.newColumns(1);
        assertThat(counters.store(new Counter(5, "b"), counts, 0)).isTrue();
        Counter read = (Counter) counters.load(counts, 0);
        assertThat(read.count).isEqualTo(5);
        assertThat(read.name).isEqualTo("b");
    }

    @Test
    void mutableFieldsAreNotFlat() {
        Tuple2<String, Object> tuple = Tuple2.of("a", new ArrayList<>());
        assertThat(types.typeOf(tuple).flat(tuple)).isEmpty();
        Tuple2<String, Object> withNull = Tuple2.of("a", null);
        assertThat(types.typeOf(withNull).flat(withNull)).isEmpty();
        assertThat(types.typeOf("text").flat("text")).isEmpty();
    }
}
