package dev.millrace.core.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.fault.ExceptionUtils;
import dev.millrace.core.fault.Preconditions;
import dev.millrace.core.function.NumberSequenceIterator;
import dev.millrace.core.option.foreign.FsStateBackend;
import dev.millrace.core.option.foreign.MemoryStateBackend;
import dev.millrace.core.type.TypeInformation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Settings and small things that older programs name mean what they meant there. */
final class OlderSettingsTest {

    private enum Color {
        RED
    }

    @Test
    void anOptionIsFoundUnderItsOtherKeys() {
        ConfigOption<Integer> option = ConfigOptions.key("new")
                .intType()
                .defaultValue(1)
                .withDeprecatedKeys("old")
                .withFallbackKeys("other");
        Configuration settings = new Configuration();
        assertThat(settings.get(option)).isEqualTo(1);

        settings.setString("other", "3");
        assertThat(settings.get(option)).isEqualTo(3);
        settings.setString("old", "2");
        assertThat(settings.get(option)).isEqualTo(2);
        settings.set(option, 5);
        assertThat(settings.getInteger(option)).isEqualTo(5);
        assertThat(settings.removeConfig(option)).isTrue();
        assertThat(settings.get(option)).isEqualTo(2);
    }

    @Test
    void anOptionHasTheTypeOfItsDefault() {
        ConfigOption<Long> option = ConfigOptions.key("n").defaultValue(7L);
        Configuration settings = new Configuration();
        settings.setString("n", "8");

        assertThat(settings.getLong(option)).isEqualTo(8);
        assertThatThrownBy(() -> ConfigOptions.key("n").defaultValue(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the type of n cannot be told");
    }

    @Test
    void valuesAreReadAsTextBytesAndEnums() {
        Configuration settings = new Configuration();
        ConfigOption<String> color = ConfigOptions.key("color").stringType().defaultValue("red");
        settings.setBytes("b", new byte[] {1});

        assertThat(settings.getValue(color)).isEqualTo("red");
        assertThat(settings.getEnum(Color.class, color)).isEqualTo(Color.RED);
        assertThat(settings.getBytes("b", null)).containsExactly(1);
    }

    @Test
    void aConfigurationCanBeTheParametersOfAJob() {
        Configuration settings = new Configuration();
        settings.setString("a", "b");
        ExecutionConfig config = new ExecutionConfig();
        config.setGlobalJobParameters(settings);

        assertThat(config.getGlobalJobParameters().toMap()).containsEntry("a", "b");
    }

    @Test
    void restartStrategiesFollowFromSettings() {
        Configuration settings = new Configuration();
        assertThat(RestartStrategies.fromConfiguration(settings)).isEmpty();

        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "failure-rate");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_DELAY, Duration.ofMillis(5));
        assertThat(RestartStrategies.fromConfiguration(settings))
                .contains(new RestartStrategies.FailureRate(1, 60_000, 5));

        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "sometimes");
        assertThatThrownBy(() -> RestartStrategies.fromConfiguration(settings))
                .hasMessage("there is no restart strategy 'sometimes';"
                        + " write none, fixed-delay, failure-rate or exponential-delay");
    }

    @Test
    void retriesAreAFixedDelay() {
        ExecutionConfig config = new ExecutionConfig();
        config.setNumberOfExecutionRetries(3);

        assertThat(config.getRestartStrategy()).isEqualTo(new RestartStrategies.FixedDelay(3, 0));
        assertThat(config.getNumberOfExecutionRetries()).isEqualTo(3);
    }

    @Test
    void aClosureCleanerWithoutALevelIsOff() {
        ExecutionConfig config = new ExecutionConfig();
        config.setClosureCleanerLevel(ExecutionConfig.ClosureCleanerLevel.NONE);
        assertThat(config.isClosureCleanerEnabled()).isFalse();
        assertThat(config.getClosureCleanerLevel()).isEqualTo(ExecutionConfig.ClosureCleanerLevel.NONE);
    }

    @Test
    void theConfigurationMakesSerializers() {
        assertThat(TypeInformation.of(String.class)
                        .createSerializer(new ExecutionConfig())
                        .copy("x"))
                .isEqualTo("x");
    }

    @Test
    void aStateBackendSaysWhereCheckpointsGo() {
        CheckpointConfig checkpoints = new CheckpointConfig();
        checkpoints.setCheckpointStorage(new FsStateBackend("file:///data", true).checkpointStorage());
        assertThat(checkpoints.getCheckpointDirectory()).isEqualTo("file:///data");

        checkpoints.setCheckpointStorage(new MemoryStateBackend().checkpointStorage());
        assertThat(checkpoints.getCheckpointDirectory()).isNull();
    }

    @Test
    void whatBecomesOfCheckpointsHasAnOlderName() {
        CheckpointConfig checkpoints = new CheckpointConfig();
        checkpoints.enableExternalizedCheckpoints(
                CheckpointConfig.ExternalizedCheckpointCleanup.RETAIN_ON_CANCELLATION);
        assertThat(checkpoints.getExternalizedCheckpointRetention())
                .isEqualTo(ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    }

    @Test
    void partsOfASequenceAreTheSequence() {
        List<Long> all = new ArrayList<>();
        Arrays.stream(new NumberSequenceIterator(3, 9).split(3)).forEach(part -> part.forEachRemaining(all::add));
        assertThat(all).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(new NumberSequenceIterator(1, 1).split(2)[1].hasNext()).isFalse();
    }

    @Test
    void checksNameWhatIsWrong() {
        assertThatThrownBy(() -> Preconditions.checkArgument(false, "%s of %s", 1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 of 2 [3]");
        assertThat(Preconditions.checkNotNull("x", "there")).isEqualTo("x");
    }

    @Test
    void causesAreFoundByKindAndMessage() {
        Throwable failure = new RuntimeException("outer", new IOException("the disk is full"));

        assertThat(ExceptionUtils.findThrowable(failure, IOException.class)).isPresent();
        assertThat(ExceptionUtils.findThrowableWithMessage(failure, "full")).isPresent();
        assertThat(ExceptionUtils.findThrowable(failure, Error.class)).isEmpty();
    }
}
