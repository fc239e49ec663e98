package dev.millrace.core.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.tuple.Tuple2;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Composite values are ordered field by field; null comes first. */
class OrderTest {

    private final TypeSystem types = TypeSystem.create(getClass().getClassLoader());

    enum Size {
        SMALL,
        LARGE {}
    }

    record Item(Size size, String name, double weight, boolean old, List<Integer> parts) {}

    private <T> int order(T left, T right) {
        return Integer.signum(types.typeOf(left).compare(left, right));
    }

    @Test
    void recordsByTheirComponentsInTurn() {
        Gen<Item> items = choices -> new Item(
                Gen.elements(Size.values()).orNull().generate(choices),
                Gen.strings().orNull().generate(choices),
                Gen.doubles().generate(choices),
                Gen.booleans().generate(choices),
                null);
        Comparator<Item> oracle = Comparator.comparing(Item::size, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Item::name, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Item::weight)
                .thenComparing(Item::old);
        Check.forAll(
                items,
                items,
                (left, right) -> assertThat(order(left, right)).isEqualTo(Integer.signum(oracle.compare(left, right))));
    }

    @Test
    void tuplesListsAndArrays() {
        assertThat(order(Tuple2.of("a", 2L), Tuple2.of("a", 10L))).isEqualTo(-1);
        assertThat(order(Tuple2.of(null, 2L), Tuple2.of("a", 1L))).isEqualTo(-1);
        assertThat(order(new ArrayList<>(List.of(1, 2)), new ArrayList<>(List.of(1))))
                .isEqualTo(1);
        assertThat(order(new long[] {1, -1}, new long[] {1, 0})).isEqualTo(-1);
        assertThat(order(new String[] {"b"}, new String[] {"a", "c"})).isEqualTo(1);
        assertThat(order(new BigDecimal("1.0"), new BigDecimal("1.00"))).isZero();
        assertThat(order(Size.LARGE, Size.SMALL)).isEqualTo(1);
        assertThat(order(Tuple2.of(Size.LARGE, 0), Tuple2.of(Size.SMALL, 0))).isEqualTo(1);
    }

    @Test
    void differentClassesHaveNoOrder() {
        assertThatThrownBy(() -> order(Tuple2.of("a", 0), Tuple2.of(1, 0)))
                .isInstanceOf(TypeException.class)
                .hasMessageContaining("values of java.lang.String and java.lang.Integer have no common order");
    }
}
