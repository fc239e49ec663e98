package dev.millrace.connectors.basic.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.connectors.basic.HandClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Lines are printed by the piece, and none stays behind. */
final class PrintWriterTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final HandClock clock = new HandClock();
    private final PrintWriter<Object> writer =
            new PrintWriter<>(new PrintStream(printed, false, StandardCharsets.UTF_8), "2> ", clock);

    @Test
    void linesAppearWhenTheTaskReadsItsMail() {
        writer.write("a", null);
        writer.write(1, null);
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();

        clock.readMail();

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("2> a\n2> 1\n");
    }

    @Test
    void manyLinesAppearEarlier() {
        for (int i = 0; i < 10_000; i++) {
            writer.write(i, null);
        }
        assertThat(printed.size()).isGreaterThan(50_000);
    }

    @Test
    void theEndPrintsTheRest() {
        writer.write("a", null);
        writer.close();

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("2> a\n");
    }
}
