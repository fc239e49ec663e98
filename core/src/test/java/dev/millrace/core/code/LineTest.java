package dev.millrace.core.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.function.FilterFunction;
import dev.millrace.core.function.MapFunction;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.Cursor;
import dev.millrace.core.operator.Inlined;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.Receiver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineTest {

    private final Emitted emitted = new Emitted();
    private final long[] passed = new long[3];
    private final Line.Guard guard = (place, value, failure) ->
            new IllegalStateException("place " + place + " at " + value + ": " + failure.getMessage());

    @Test
    void aRecordPassesTheFunctionsInOrderAndKeepsItsTimestamp() throws Exception {
        Receiver<Object> line = Line.of(
                List.of(mapped(x -> x + 1, null), filtered(x -> x % 2 == 0), mapped(x -> x * 10, null)),
                passed,
                guard,
                emitted);
        for (int i = 0; i < 5; i++) {
            line.onRecord(0, i, 100L + i);
        }
        assertThat(emitted.all).containsExactly("20@101", "40@103");
        assertThat(passed).as("counted behind the filter").containsExactly(0, 2, 0);
    }

    @Test
    void whatComesOutOfAPlaceIsCopiedWhereThatIsAsked() throws Exception {
        Receiver<Object> line = Line.of(
                List.of(mapped(x -> x + 1, value -> (Integer) value + 100), mapped(x -> x * 2, null)),
                passed,
                guard,
                emitted);
        line.onRecord(0, 1, 7);
        assertThat(emitted.all).containsExactly("204@7");
    }

    @Test
    void aFailureNamesThePlaceAndWhatItWasGiven() {
        Receiver<Object> line = Line.of(
                List.of(mapped(x -> x + 1, null), filtered(x -> 10 / (x - 3) > 0), mapped(x -> x, null)),
                passed,
                guard,
                emitted);
        assertThatThrownBy(() -> line.onRecord(0, 2, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("place 1 at 3: / by zero");
        assertThat(emitted.all).isEmpty();
    }

    @Test
    void aFailureBehindTheLineIsNotExplainedByIt() {
        Receiver<Object> line =
                Line.of(List.of(mapped(x -> x, null), mapped(x -> x, null)), passed, guard, new Emitted() {
                    @Override
                    public void emit(Object value, long timestamp) {
                        throw new IllegalArgumentException("no room");
                    }
                });
        assertThatThrownBy(() -> line.onRecord(0, 2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no room");
    }

    @Test
    void linesOfTheSameFunctionsShareTheirCodeAndOthersDoNot() {
        Line.Place one = mapped(x -> x + 1, null);
        Line.Place other = mapped(x -> x - 1, null);
        Receiver<Object> first = Line.of(List.of(one, other), passed, guard, emitted);
        Receiver<Object> second = Line.of(List.of(one, other), passed, guard, emitted);
        Receiver<Object> third = Line.of(List.of(other, one), passed, guard, emitted);
        assertThat(second.getClass()).isSameAs(first.getClass());
        assertThat(third.getClass()).isNotSameAs(first.getClass());
    }

    private static Line.Place mapped(MapFunction<Integer, Integer> function, Line.Copies copies) {
        return new Line.Place(new Inlined.Mapped(function), copies);
    }

    private static Line.Place filtered(FilterFunction<Integer> function) {
        return new Line.Place(new Inlined.Filtered(function), null);
    }

    private static class Emitted implements Output<Object> {
        final List<String> all = new ArrayList<>();

        @Override
        public void emit(Object value, long timestamp) {
            all.add(value + "@" + timestamp);
        }

        @Override
        public <T> void emit(OutputTag<T> tag, T value, long timestamp) {}

        @Override
        public void emitAll(Cursor<Object> values) {}

        @Override
        public void watermark(long timestamp) {}

        @Override
        public void idle(boolean idle) {}
    }
}
