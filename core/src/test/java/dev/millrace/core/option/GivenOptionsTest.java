package dev.millrace.core.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class GivenOptionsTest {

    @Test
    void propertiesWithThePrefixAreSettings() {
        Configuration given = GivenOptions.among(properties(Map.of(
                "millrace.option.parallelism.default", "3",
                "millrace.option.execution.checkpointing.interval", "2 s",
                "millrace.docs", "elsewhere")));
        assertThat(given.get(CoreOptions.DEFAULT_PARALLELISM)).isEqualTo(3);
        assertThat(given.get(CheckpointingOptions.CHECKPOINTING_INTERVAL)).isEqualTo(Duration.ofSeconds(2));
        assertThat(given.keySet()).hasSize(2);
    }

    @Test
    void anUnknownOptionIsNamedWithTheOneThatWasProbablyMeant() {
        assertThatThrownBy(() -> GivenOptions.among(properties(Map.of("millrace.option.paralelism.default", "3"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no option paralelism.default; did you mean parallelism.default?"
                        + " docs/options.md lists all");
    }

    @Test
    void aValueOfAnotherFormIsNamedAtOnce() {
        assertThatThrownBy(() -> GivenOptions.among(properties(Map.of("millrace.option.parallelism.default", "many"))))
                .hasMessageContaining("'many' of parallelism.default");
    }

    private static Properties properties(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }
}
