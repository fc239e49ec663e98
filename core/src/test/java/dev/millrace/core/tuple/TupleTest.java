package dev.millrace.core.tuple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Tuples of every arity have the same manners. */
class TupleTest {

    @Test
    void everyArity() {
        for (int arity = 0; arity <= Tuple.MAX_ARITY; arity++) {
            Tuple tuple = Tuple.newInstance(arity);
            assertThat(tuple.getClass()).isSameAs(Tuple.getTupleClass(arity));
            assertThat(tuple.getArity()).isEqualTo(arity);
            for (int i = 0; i < arity; i++) {
                tuple.setField("v" + i, i);
            }
            Tuple copy = tuple.copy();
            assertThat(copy).isNotSameAs(tuple).isEqualTo(tuple).hasSameHashCodeAs(tuple);
            for (int i = 0; i < arity; i++) {
                assertThat(copy.<Object>getField(i)).isEqualTo("v" + i);
                copy.setField(null, i);
                assertThat(copy).isNotEqualTo(tuple);
                copy.setField("v" + i, i);
            }
            int outside = arity;
            assertThatThrownBy(() -> tuple.getField(outside)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> tuple.setField(1, outside)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void readsAsPeopleWriteIt() {
        assertThat(Tuple2.of("a", 1)).hasToString("(a,1)");
        assertThat(Tuple2.of("a", 1).swap()).isEqualTo(Tuple2.of(1, "a"));
        assertThat(Tuple3.of(null, new int[] {1}, "x")).hasToString("(null,[1],x)");
        assertThat(Tuple0.INSTANCE).isEqualTo(new Tuple0()).hasToString("()");
        assertThatThrownBy(() -> Tuple.newInstance(26)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tuple1.of(null).getFieldNotNull(0)).hasMessageContaining("is null");
    }
}
