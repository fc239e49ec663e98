package dev.millrace.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a program prints stays as it is, in order, above a view that is there once. */
final class ScreenTest {

    private final HandTerminal terminal = new HandTerminal();
    private final PrintStream plain = new PrintStream(terminal, true);
    private final Screen screen = new Screen(terminal);
    private final PrintStream out = screen.above(plain);

    @Test
    void aViewIsDrawnInPlace() {
        screen.draw(List.of("job 1 s", "a"));
        screen.draw(List.of("job 2 s", "a", "b"));
        screen.draw(List.of("job 3 s"));
        assertThat(terminal.lines()).containsExactly("job 3 s");
        screen.erase();
        assertThat(terminal.lines()).isEmpty();
    }

    @Test
    void whatIsPrintedScrollsAbove() {
        out.println("first");
        screen.draw(List.of("job 1 s", "bar"));
        out.println("second");
        assertThat(terminal.lines()).containsExactly("first", "second");
        screen.draw(List.of("job 2 s", "bar"));
        assertThat(terminal.lines()).containsExactly("first", "second", "job 2 s", "bar");
    }

    @Test
    void aLineThatIsBegunIsNotBroken() {
        out.print("half ");
        screen.draw(List.of("job 1 s"));
        out.println("and half");
        screen.draw(List.of("job 2 s"));
        assertThat(terminal.lines()).containsExactly("half and half", "job 2 s");
    }

    @Test
    void anyMixtureLeavesTheOutputAndTheLastView() {
        Check.forAll(Gen.integers(-3, 4).list(0, 30), steps -> {
            HandTerminal shown = new HandTerminal();
            Screen view = new Screen(shown);
            PrintStream above = view.above(new PrintStream(shown, true));
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i) < 0) {
                    above.println("line " + i);
                    expected.add("line " + i);
                } else {
                    view.draw(lines(steps.get(i), i));
                }
            }
            view.draw(lines(2, 99));
            expected.addAll(lines(2, 99));
            assertThat(shown.lines()).isEqualTo(expected);
        });
    }

    private static List<String> lines(int count, int number) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add("view " + number + "." + i);
        }
        return lines;
    }
}
