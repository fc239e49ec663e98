package dev.millrace.core.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows address their fields by position, by name, or by both. */
class RowTest {

    @Test
    void byPosition() {
        Row row = Row.withPositions(2);
        row.setField(0, "a");
        row.setField(1, new int[] {1, 2});
        assertThat(row).hasToString("+I[a, [1, 2]]").isEqualTo(Row.of("a", new int[] {1, 2}));
        assertThat(row.hashCode()).isEqualTo(Row.of("a", new int[] {1, 2}).hashCode());
        assertThat(row.<String>getFieldAs(0)).isEqualTo("a");
        assertThat(row.getFieldNames(true)).isNull();
        assertThatThrownBy(() -> row.getField("x")).hasMessageContaining("it has no field named 'x'");
        assertThatThrownBy(() -> row.getField(2)).hasMessage("No field 2 in a row of 2");
    }

    @Test
    void byName() {
        Row row = Row.withNames(RowKind.DELETE);
        row.setField("x", 1);
        row.setField("y", null);
        assertThat(row).hasToString("-D{x=1, y=null}");
        assertThat(row.getArity()).isEqualTo(2);
        assertThat(row.getFieldNames(false)).containsExactly("x", "y");
        Row other = Row.withNames(RowKind.DELETE);
        other.setField("y", null);
        other.setField("x", 1);
        assertThat(other).isEqualTo(row).hasSameHashCodeAs(row);
        assertThatThrownBy(() -> row.getField(0)).hasMessageContaining("addressed by names");
        assertThatThrownBy(() -> row.getField("z")).hasMessageContaining("No field named 'z'; there are [x, y]");
    }

    @Test
    void byBoth() {
        Row row = Row.withNamedPositions(
                RowKind.UPDATE_AFTER, new Object[] {1, "b"}, new LinkedHashMap<>(Map.of("only", 0, "two", 1)));
        row.setField("two", "c");
        assertThat(row.getField(1)).isEqualTo("c");
        assertThat(row.getField("only")).isEqualTo(1);
        assertThat(row.getFieldNames(false)).isNull();
        assertThat(row.getFieldNames(true)).containsExactlyInAnyOrder("only", "two");
    }

    @Test
    void projectionJoinAndCopy() {
        Row row = Row.ofKind(RowKind.UPDATE_BEFORE, "a", "b", "c");
        assertThat(Row.project(row, new int[] {2, 0})).isEqualTo(Row.ofKind(RowKind.UPDATE_BEFORE, "c", "a"));
        assertThat(Row.join(row, Row.of(1), Row.of())).isEqualTo(Row.ofKind(RowKind.UPDATE_BEFORE, "a", "b", "c", 1));
        Row copy = Row.copy(row);
        copy.setField(0, "x");
        copy.setKind(RowKind.INSERT);
        assertThat(row).hasToString("-U[a, b, c]");
        Row named = Row.withNames();
        List.of("p", "q").forEach(name -> named.setField(name, name));
        assertThat(Row.project(named, new String[] {"q"})).hasToString("+I{q=q}");
    }
}
