package dev.millrace.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.cli.recording.Recording;
import dev.millrace.core.fact.CheckpointFacts;
import dev.millrace.core.fact.JobFacts;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is shown of a running job, at any width. */
final class LiveTextTest {

    private static final int MANY_LINES = 20;

    private final StringBuilder page = new StringBuilder();

    private static JobFacts early() {
        return new ShownJob()
                .with(ShownJob.NO_CHECKPOINT_YET)
                .reading(41_000, 40_500, 0.99, 0, 0.041)
                .counting(574_000, 283_000, 0.62, -1, 0)
                .after(1_020);
    }

    private static JobFacts later() {
        return new ShownJob()
                .with(new CheckpointFacts(1_000, 12, 0, 12, 31, 48_213, null))
                .reading(516_000, 39_000, 0.34, 0.66, 0.516)
                .counting(7_224_000, 273_000, 1, 75_000, 171)
                .after(13_260);
    }

    private static JobFacts stuck() {
        return new ShownJob()
                .with(new CheckpointFacts(1_000, 12, 2, 12, 31, 48_213, null))
                .restarted(1)
                .reading(516_000, 0, 0, 1, 0.516)
                .counting(7_224_000, 0, 1, 4_000_000, 171)
                .withOneStuck()
                .after(83_260);
    }

    private static JobFacts endless() {
        return new ShownJob()
                .reading(98_516_000, 1_234, 0.02, 0, -1)
                .counting(689_612_000, 8_638, 0.05, 1_900, 0)
                .after(260_000_000);
    }

    private void show(String what, List<String> lines) {
        page.append("# ").append(what).append("\n\n");
        lines.forEach(line -> page.append(line).append('\n'));
        page.append('\n');
    }

    @Test
    void theLiveViewIsRecorded() throws IOException {
        Frame early = Frame.of(early(), OptionalLong.empty());
        Frame later = Frame.of(later(), OptionalLong.of(12_400));
        Frame stuck = Frame.of(stuck(), OptionalLong.empty());
        Frame endless = Frame.of(endless(), OptionalLong.empty());
        show(
                "A bounded job after a second, on a terminal of 110 columns",
                LiveText.lines(early, 110, MANY_LINES, false));
        show("The same 12 seconds later", LiveText.lines(later, 110, MANY_LINES, false));
        show("At 80 columns", LiveText.lines(later, 80, MANY_LINES, false));
        show("At 50 columns", LiveText.lines(later, 50, MANY_LINES, false));
        show("At 24 columns", LiveText.lines(later, 24, MANY_LINES, false));
        show("With room for four lines", LiveText.lines(later, 80, 4, false));
        show("A function that does not come back", LiveText.lines(stuck, 80, MANY_LINES, false));
        show("A job without an end", LiveText.lines(endless, 80, MANY_LINES, false));
        show(
                "Where standard error is no terminal: a line every five seconds",
                List.of(LiveText.line(early), LiveText.line(later), LiveText.line(stuck), LiveText.line(endless)));
        Recording.assertShows("live-view.txt", page.toString());
    }

    @Test
    void noLineIsWiderThanTheTerminalAndNoneTooMany() {
        List<Frame> frames = List.of(
                Frame.of(early(), OptionalLong.empty()),
                Frame.of(later(), OptionalLong.of(12_400)),
                Frame.of(stuck(), OptionalLong.of(1)),
                Frame.of(endless(), OptionalLong.empty()));
        Check.forAll(Gen.elements(0, 1, 2, 3), Gen.integers(1, 200), Gen.integers(4, 30), (which, width, rows) -> {
            List<String> lines = LiveText.lines(frames.get(which), width, rows, false);
            assertThat(lines)
                    .hasSizeLessThanOrEqualTo(rows)
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
        });
    }

    @Test
    void coloursChangeNothingElse() {
        Frame later = Frame.of(later(), OptionalLong.of(12_400));
        List<String> coloured = LiveText.lines(later, 80, MANY_LINES, true);
        assertThat(String.join("\n", coloured)).contains("\u001b[31m").contains("\u001b[33m");
        assertThat(coloured.stream()
                        .map(line -> line.replaceAll("\u001b\\[\\d*m", ""))
                        .toList())
                .isEqualTo(LiveText.lines(later, 80, MANY_LINES, false));
    }
}
