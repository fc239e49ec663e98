package dev.millrace.core.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final ConfigOption<Duration> PAUSE =
            ConfigOptions.key("pause").durationType().defaultValue(Duration.ofSeconds(1));

    @Test
    void textsAreReadByTheTypeOfTheOption() {
        Configuration settings =
                Configuration.fromMap(Map.of("pause", "2 min", "size", "64 mb", "list", "1;2", "on", "TRUE"));
        assertThat(settings.get(PAUSE)).isEqualTo(Duration.ofMinutes(2));
        assertThat(new Configuration().get(PAUSE)).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.get(ConfigOptions.key("size").memoryType().noDefaultValue()))
                .isEqualTo(MemorySize.ofMebiBytes(64));
        assertThat(settings.get(ConfigOptions.key("list").intType().asList().noDefaultValue()))
                .containsExactly(1, 2);
        assertThat(settings.get(ConfigOptions.key("on").booleanType().defaultValue(false)))
                .isTrue();
        assertThat(settings.getOptional(ConfigOptions.key("none").stringType().noDefaultValue()))
                .isEmpty();
    }

    @Test
    void aTextOfAnotherFormIsNamedWithItsKey() {
        Configuration settings = Configuration.fromMap(Map.of("pause", "soon"));
        assertThatThrownBy(() -> settings.get(PAUSE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'soon' of pause")
                .hasMessageContaining("500ms");
    }

    @Test
    void whatWasSetComesBackThroughText() {
        Configuration settings = new Configuration().set(PAUSE, Duration.ofMillis(1500));
        assertThat(Configuration.fromMap(settings.toMap()).get(PAUSE)).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void argumentsAreNamesAndValuesAndNegativeNumbersAreValues() {
        ParameterTool tool = ParameterTool.fromArgs(
                new String[] {"--input", "in.txt", "-n", "-5", "--verbose", "--rate", "-1.5", "--input", "last"});
        assertThat(tool.get("input")).isEqualTo("last");
        assertThat(tool.getInt("n")).isEqualTo(-5);
        assertThat(tool.getDouble("rate")).isEqualTo(-1.5);
        assertThat(tool.has("verbose")).isTrue();
        assertThat(tool.getInt("absent", 7)).isEqualTo(7);
        assertThat(tool.getUnrequestedParameters()).isEmpty();
        assertThat(MultipleParameterTool.fromArgs(new String[] {"--i", "1", "--i", "2"})
                        .getMultiParameter("i"))
                .containsExactly("1", "2");
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatThrownBy(() -> ParameterTool.fromArgs(new String[] {"input", "x"}))
                .hasMessageContaining("argument 1, 'input'");
        ParameterTool tool = ParameterTool.fromArgs(new String[] {"--port", "many"});
        assertThatThrownBy(() -> tool.getInt("port")).hasMessageContaining("'many' of --port is not an int");
        assertThatThrownBy(() -> tool.getRequired("host")).hasMessageContaining("'host'");
    }
}
