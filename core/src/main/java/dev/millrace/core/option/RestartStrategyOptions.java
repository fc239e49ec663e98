package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.time.Duration;

/** Options of what happens after a failure. */
@ModelApi
public final class RestartStrategyOptions {

    /** {@code none}, {@code fixed-delay}, {@code failure-rate} or {@code exponential-delay}. */
    public static final ConfigOption<String> RESTART_STRATEGY =
            ConfigOptions.key("restart-strategy.type").stringType().noDefaultValue();

    public static final ConfigOption<Integer> RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS =
            ConfigOptions.key("restart-strategy.fixed-delay.attempts").intType().defaultValue(1);

    public static final ConfigOption<Duration> RESTART_STRATEGY_FIXED_DELAY_DELAY = ConfigOptions.key(
                    "restart-strategy.fixed-delay.delay")
            .durationType()
            .defaultValue(Duration.ofSeconds(1));

    private RestartStrategyOptions() {}
}
