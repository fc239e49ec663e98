package dev.millrace.core.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.type.codec.FlatLayout;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Small values are kept as words and references and come back equal; what does not fit is told, and stores nothing. */
class FlatLayoutTest {

    private final TypeSystem types = TypeSystem.create(getClass().getClassLoader());
    private final long[] words = new long[20];
    private final Object[] references = new Object[20];

    private record Sample(String name, int count, double mean, boolean open, Character letter, Long boxed) {}

    private record Numbers(byte a, short b, char c, int d, long e, float f, double g, boolean h) {}

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

    private boolean store(FlatLayout layout, Object value) {
        return layout.store(value, words, 3, references, 5);
    }

    private Object load(FlatLayout layout) {
        return layout.load(words, 3, references, 5);
    }

    @Test
    void aPairOfNumbersIsTwoWords() {
        FlatLayout layout = layout(Tuple2.of(1L, 2.0));
        assertThat(layout.valueClass()).isSameAs(Tuple2.class);
        assertThat(layout.words()).isEqualTo(2);
        assertThat(layout.references()).isZero();
        assertThat(layout.store(Tuple2.of(7L, 8.5), words, 3, null, 0)).isTrue();
        assertThat(words[3]).isEqualTo(7);
        assertThat(layout.load(words, 3, null, 0)).isEqualTo(Tuple2.of(7L, 8.5));
        assertThat(load(layout)).isNotSameAs(load(layout));
    }

    @Test
    void whatDoesNotFitIsToldAndStoresNothing() {
        FlatLayout layout = layout(Tuple2.of("a", 2L));
        assertThat(store(layout, Tuple2.of("b", 1L))).isTrue();
        assertThat(layout.fits(Tuple2.of("b", 1L))).isTrue();
        assertThat(layout.fits(Tuple2.of(new ArrayList<>(), 1L))).isFalse();
        assertThat(layout.fits("text")).isFalse();
        assertThat(store(layout, Tuple2.of("c", null))).isFalse();
        assertThat(store(layout, Tuple2.of(3, 1L))).isFalse();
        assertThat(store(layout, Tuple2.of("d", 1))).isFalse();
        assertThat(store(layout, "text")).isFalse();
        assertThat(load(layout)).isEqualTo(Tuple2.of("b", 1L));
        assertThat(store(layout, Tuple2.of(null, 4L))).isTrue();
        assertThat(load(layout)).isEqualTo(Tuple2.of(null, 4L));
    }

    @Test
    void everyPrimitiveComesBackWithAllItsBits() {
        Numbers extreme = new Numbers(
                Byte.MIN_VALUE, Short.MIN_VALUE, '\uffff', Integer.MIN_VALUE, Long.MIN_VALUE, -0f, Double.NaN, true);
        FlatLayout layout = layout(extreme);
        assertThat(layout.words()).isEqualTo(8);
        assertThat(store(layout, extreme)).isTrue();
        assertThat(load(layout)).isEqualTo(extreme);
        Numbers other = new Numbers((byte) 1, (short) -1, 'a', -1, -1, Float.NaN, -0.0, false);
        assertThat(store(layout, other)).isTrue();
        assertThat(load(layout)).isEqualTo(other);
    }

    @Test
    void recordsAndClassesWithFinalFields() {
        Sample sample = new Sample("n", 1, 2.5, true, 'x', 9L);
        FlatLayout layout = layout(sample);
        assertThat(layout.references()).isEqualTo(1);
        assertThat(store(layout, sample)).isTrue();
        assertThat(load(layout)).isEqualTo(sample);
        FlatLayout counters = layout(new Counter(1, "a"));
        assertThat(store(counters, new Counter(5, "b"))).isTrue();
        Counter read = (Counter) load(counters);
        assertThat(read.count).isEqualTo(5);
        assertThat(read.name).isEqualTo("b");
    }

    @Test
    void jobsShareTheCodeOfALayout() {
        TypeSystem ofAnotherJob = TypeSystem.create(getClass().getClassLoader());
        Sample sample = new Sample("n", 1, 2.5, true, 'x', 9L);
        assertThat(ofAnotherJob.typeOf(sample).flat(sample).orElseThrow()).isSameAs(layout(sample));
        assertThat(layout(Tuple2.of(1L, 1L))).isNotSameAs(layout(Tuple2.of(1L, 1)));
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
