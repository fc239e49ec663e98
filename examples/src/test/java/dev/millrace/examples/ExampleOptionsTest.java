package dev.millrace.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options are read, and what is wrong with them is said. */
final class ExampleOptionsTest {

    private static final List<ExampleOption> KNOWN = List.of(
            new ExampleOption("input", "FILE", "what to read"),
            new ExampleOption("rate", "N", "how fast"),
            new ExampleOption("interval", "DURATION", "how often"));

    private static ExampleOptions parse(String... arguments) {
        return ExampleOptions.parse(KNOWN, arguments);
    }

    @Test
    void optionsAreReadInBothForms() {
        ExampleOptions options = parse("--input", "a b", "--rate=2.5", "--interval", "500ms");

        assertThat(options.text("input", null)).isEqualTo("a b");
        assertThat(options.rate("rate")).isEqualTo(2.5);
        assertThat(options.duration("interval")).isEqualTo(Duration.ofMillis(500));
        assertThat(parse().rate("rate")).isNull();
        assertThat(parse().text("input", "absent")).isEqualTo("absent");
    }

    @Test
    void anUnknownOptionIsAnsweredWithASuggestion() {
        assertThatThrownBy(() -> parse("--inptu", "x"))
                .hasMessageContaining("Unknown option --inptu; did you mean --input?");
        assertThatThrownBy(() -> parse("--something", "x"))
                .hasMessageStartingWith("Unknown option --something\n")
                .hasMessageContaining("--input FILE");
    }

    @Test
    void aMalformedArgumentIsSaidWithWhatItHasToBe() {
        assertThatThrownBy(() -> parse("input")).hasMessageContaining("'input' is no option");
        assertThatThrownBy(() -> parse("--input")).hasMessageContaining("--input has no value");
        assertThatThrownBy(() -> parse("--input", "--rate", "1")).hasMessageContaining("--input has no value");
        assertThatThrownBy(() -> parse("--rate", "fast").rate("rate"))
                .hasMessage("Option --rate is 'fast', but it has to be a number above 0");
        assertThatThrownBy(() -> parse("--rate", "-1").rate("rate")).hasMessageContaining("above 0");
        assertThatThrownBy(() -> parse("--rate", "0").number("rate", 1, 1)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> parse("--interval", "soon").duration("interval"))
                .hasMessageContaining("500ms, 2s or 1min");
        assertThatThrownBy(() -> parse("--interval", "0").duration("interval")).hasMessageContaining("500ms");
    }

    @Test
    void restoringTheLatestNeedsADirectory() {
        ExampleOptions options = ExampleOptions.parse(JobOptions.with(), new String[] {"--restore", "latest"});

        assertThatThrownBy(() -> JobOptions.environment(options)).hasMessageContaining("needs --checkpoint-dir DIR");
    }
}
