package dev.millrace.stream.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.row.Row;
import dev.millrace.core.tuple.Tuple;
import dev.millrace.core.tuple.Tuple2;
import org.junit.jupiter.api.Test;

class FieldPathTest {

    record Point(int x, String label) {}

    record Shape(Point centre, double size) {}

    /** A plain object with a private field. */
    static final class Account {
        private long balance = 5;
        public Point home = new Point(1, "home");
    }

    @Test
    void fieldsAreFoundInTuplesRowsRecordsObjectsArraysAndSingleValues() {
        assertThat(FieldPath.of(1).get(Tuple2.of("a", 7))).isEqualTo(7);
        assertThat(FieldPath.of("f0").get(Tuple2.of("a", 7))).isEqualTo("a");
        assertThat(FieldPath.of("f1.f0").get(Tuple2.of("a", Tuple2.of("b", "c"))))
                .isEqualTo("b");
        assertThat(FieldPath.of(0).get(Row.of("r", 2))).isEqualTo("r");
        assertThat(FieldPath.of("label").get(new Point(3, "p"))).isEqualTo("p");
        assertThat(FieldPath.of(0).get(new Point(3, "p"))).isEqualTo(3);
        assertThat(FieldPath.of("centre.x").get(new Shape(new Point(4, ""), 1))).isEqualTo(4);
        assertThat(FieldPath.of("balance").get(new Account())).isEqualTo(5L);
        assertThat(FieldPath.of("home.label").get(new Account())).isEqualTo("home");
        assertThat(FieldPath.of(2).get(new int[] {5, 6, 7})).isEqualTo(7);
        assertThat(FieldPath.of(0).get(12L)).isEqualTo(12L);
        assertThat(FieldPath.of("*").get("whole")).isEqualTo("whole");
    }

    @Test
    void whatCanBeChangedIsChangedAndOfRecordsANewOneIsMade() {
        Tuple2<String, Integer> tuple = Tuple2.of("a", 1);
        assertThat(FieldPath.of(1).with(tuple, 2)).isSameAs(tuple).isEqualTo(Tuple2.of("a", 2));
        assertThat(FieldPath.of("centre.x").with(new Shape(new Point(1, "l"), 2), 9))
                .isEqualTo(new Shape(new Point(9, "l"), 2));
        Account account = new Account();
        FieldPath.of("home.x").with(account, 8);
        assertThat(account.home).isEqualTo(new Point(8, "home"));
    }

    @Test
    void aFieldThatIsNotThereIsNamedWithItsClass() {
        assertThatThrownBy(() -> FieldPath.of("f5").get(Tuple2.of(1, 2)))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("'f5'")
                .hasMessageContaining("Tuple2");
        assertThatThrownBy(() -> FieldPath.of("centre.z").get(new Shape(new Point(1, ""), 1)))
                .hasMessageContaining("'z'")
                .hasMessageContaining("centre.z");
        assertThatThrownBy(() -> FieldPath.of("")).isInstanceOf(InvalidProgramException.class);
    }

    @Test
    void sumsAddAndExtremesKeepTheOtherFieldsOfTheFirst() throws Exception {
        Point first = new Point(3, "first");
        Point second = new Point(1, "second");
        assertThat(Aggregations.<Point>sum(FieldPath.of("x")).reduce(first, second))
                .isEqualTo(new Point(4, "first"));
        assertThat(Aggregations.<Point>min(FieldPath.of("x")).reduce(first, second))
                .isEqualTo(new Point(1, "first"));
        assertThat(Aggregations.<Point>max(FieldPath.of("x")).reduce(first, second))
                .isEqualTo(first);
        assertThat(Aggregations.<Point>minBy(FieldPath.of("x"), true).reduce(first, second))
                .isEqualTo(second);
        Point equal = new Point(3, "equal");
        assertThat(Aggregations.<Point>maxBy(FieldPath.of("x"), true).reduce(first, equal))
                .isEqualTo(first);
        assertThat(Aggregations.<Point>maxBy(FieldPath.of("x"), false).reduce(first, equal))
                .isEqualTo(equal);
        assertThat(Aggregations.<Long>sum(FieldPath.of(0)).reduce(2L, 3L)).isEqualTo(5L);
        assertThatThrownBy(() -> Aggregations.<Point>sum(FieldPath.of("label")).reduce(first, second))
                .hasMessageContaining("'label' cannot be summed");
    }

    @Test
    void aKeyOfFieldsIsATupleOfThem() throws Exception {
        KeySelector<Point, Tuple> key = FieldKeys.names("label", "x");
        assertThat(key.getKey(new Point(1, "a"))).isEqualTo(Tuple2.of("a", 1));
    }
}
