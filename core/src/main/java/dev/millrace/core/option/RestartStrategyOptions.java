package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.time.Duration;

/** Options of what happens after a failure. */
@ModelApi
public final class RestartStrategyOptions {

    /** {@code none}, {@code fixed-delay}, {@code failure-rate} or {@code exponential-delay}. */
    public static final ConfigOption<String> RESTART_STRATEGY =
            ConfigOptions.key("restart-strategy.type").stringType().noDefaultValue();

    /** How many restarts there are before the job fails. */
    public static final ConfigOption<Integer> RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS =
            ConfigOptions.key("restart-strategy.fixed-delay.attempts").intType().defaultValue(1);

    /** The time between a failure and the restart. */
    public static final ConfigOption<Duration> RESTART_STRATEGY_FIXED_DELAY_DELAY = ConfigOptions.key(
                    "restart-strategy.fixed-delay.delay")
            .durationType()
            .defaultValue(Duration.ofSeconds(1));

    /** How many failures may fall into the interval. */
    public static final ConfigOption<Integer> RESTART_STRATEGY_FAILURE_RATE_MAX_FAILURES_PER_INTERVAL =
            ConfigOptions.key("restart-strategy.failure-rate.max-failures-per-interval")
                    .intType()
                    .defaultValue(1);

    /** The interval in which failures are counted. */
    public static final ConfigOption<Duration> RESTART_STRATEGY_FAILURE_RATE_FAILURE_RATE_INTERVAL = ConfigOptions.key(
                    "restart-strategy.failure-rate.failure-rate-interval")
            .durationType()
            .defaultValue(Duration.ofMinutes(1));

    /** The time between a failure and the restart. */
    public static final ConfigOption<Duration> RESTART_STRATEGY_FAILURE_RATE_DELAY = ConfigOptions.key(
                    "restart-strategy.failure-rate.delay")
            .durationType()
            .defaultValue(Duration.ofSeconds(1));

    /** The delay before the first restart. */
    public static final ConfigOption<Duration> RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF = ConfigOptions.key(
                    "restart-strategy.exponential-delay.initial-backoff")
            .durationType()
            .defaultValue(Duration.ofSeconds(1));

    /** The longest delay before a restart. */
    public static final ConfigOption<Duration> RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF = ConfigOptions.key(
                    "restart-strategy.exponential-delay.max-backoff")
            .durationType()
            .defaultValue(Duration.ofMinutes(1));

    /** By what each delay is longer than the one before. */
    public static final ConfigOption<Double> RESTART_STRATEGY_EXPONENTIAL_DELAY_BACKOFF_MULTIPLIER = ConfigOptions.key(
                    "restart-strategy.exponential-delay.backoff-multiplier")
            .doubleType()
            .defaultValue(1.5);

    /** After so long without a failure delays start small again. */
    public static final ConfigOption<Duration> RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD =
            ConfigOptions.key("restart-strategy.exponential-delay.reset-backoff-threshold")
                    .durationType()
                    .defaultValue(Duration.ofHours(1));

    /** The share of a delay by which it may be longer or shorter. */
    public static final ConfigOption<Double> RESTART_STRATEGY_EXPONENTIAL_DELAY_JITTER_FACTOR = ConfigOptions.key(
                    "restart-strategy.exponential-delay.jitter-factor")
            .doubleType()
            .defaultValue(0.1);

    private RestartStrategyOptions() {}

    /** The restart strategies by name. */
    @ModelApi
    public enum RestartStrategyType {
        NO_RESTART_STRATEGY("none"),
        FIXED_DELAY("fixed-delay"),
        FAILURE_RATE("failure-rate"),
        EXPONENTIAL_DELAY("exponential-delay");

        private final String mainValue;

        RestartStrategyType(String mainValue) {
            this.mainValue = mainValue;
        }

        /** What {@link RestartStrategyOptions#RESTART_STRATEGY} is set to. */
        public String getMainValue() {
            return mainValue;
        }
    }
}
