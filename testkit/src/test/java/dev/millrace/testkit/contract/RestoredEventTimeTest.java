package dev.millrace.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.function.Collector;
import dev.millrace.stream.function.ProcessFunction;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestoredEventTimeTest {

    /** Tells the event time that it sees. */
    private static final class Looks extends ProcessFunction<String, String> {
        @Override
        public void processElement(String value, Context ctx, Collector<String> out) {
            out.collect(value + " at " + ctx.timerService().currentWatermark());
        }
    }

    @Test
    void aFunctionWithoutKeysSeesTheEventTimeOfTheSnapshot() {
        List<Happening> script =
                List.of(new Happening.Given(0, "a", 1), new Happening.Mark(0, 5), new Happening.Given(0, "b", 6));
        Part part = board -> board.result(board.<String>input(0).process(new Looks()));
        Outcome restored = Settled.run(part, script, Variant.PLAIN.withCuts(List.of(Cut.restore(2, 1))));
        assertThat(restored.records(0)).containsExactly("a at -9223372036854775808@1", "b at 5@6");
        assertThat(Settled.run(part, script, Variant.PLAIN.withCuts(List.of(Cut.restore(2, 2))))
                        .records(0))
                .contains("b at 5@6");
    }

    /** One input had come further than the other; it says nothing new after the restore, and must not hold time back. */
    @Test
    void anInputThatWasAheadIsStillAhead() {
        List<Happening> script = List.of(
                new Happening.Mark(0, 100),
                new Happening.Mark(1, 10),
                new Happening.Mark(1, 90),
                new Happening.Mark(1, 200));
        Part part = board -> board.result(
                board.<String>input(0).union(board.<String>input(1)).map(value -> value));
        List<String> marks = List.of("2: W10", "3: W90", "4: W100");
        assertThat(Settled.run(part, script, Variant.PLAIN).lines(0)).startsWith(marks.toArray(String[]::new));
        for (int cut = 0; cut <= 4; cut++) {
            Variant variant = Variant.PLAIN.withCuts(List.of(Cut.restore(cut, 1)));
            assertThat(Settled.run(part, script, variant).lines(0)).startsWith(marks.toArray(String[]::new));
        }
    }
}
