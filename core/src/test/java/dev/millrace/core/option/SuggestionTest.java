package dev.millrace.core.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is spelled nearly right is recognised, and what is something else is not. */
final class SuggestionTest {

    private static final List<String> KNOWN = List.of("input", "output", "rate", "checkpoint-dir");

    @Test
    void slipsOfTheFingerAreRecognised() {
        assertThat(Suggestion.nearest("inptu", KNOWN)).hasValue("input");
        assertThat(Suggestion.nearest("ouput", KNOWN)).hasValue("output");
        assertThat(Suggestion.nearest("rat", KNOWN)).hasValue("rate");
        assertThat(Suggestion.nearest("checkpoint_dri", KNOWN)).hasValue("checkpoint-dir");
    }

    @Test
    void otherWordsAreNot() {
        assertThat(Suggestion.nearest("verbose", KNOWN)).isEmpty();
        assertThat(Suggestion.nearest("", KNOWN)).isEmpty();
        assertThat(Suggestion.nearest("rate", List.of())).isEmpty();
    }
}
