package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Time;
import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Makes restart strategies. */
@ModelApi
public final class RestartStrategies {

    private RestartStrategies() {}

    /** The job fails at its first failure. */
    public static RestartStrategyConfiguration noRestart() {
        return new NoRestart();
    }

    /** None without checkpoints, growing delays with them. */
    public static RestartStrategyConfiguration fallBackRestart() {
        return new FallBack();
    }

    /** At most {@code attempts} restarts, each after {@code delayMillis}. */
    public static RestartStrategyConfiguration fixedDelayRestart(int attempts, long delayMillis) {
        return new FixedDelay(attempts, delayMillis);
    }

    /** At most {@code attempts} restarts, each after {@code delay}. */
    public static RestartStrategyConfiguration fixedDelayRestart(int attempts, Time delay) {
        return fixedDelayRestart(attempts, delay.toMilliseconds());
    }

    /** At most {@code attempts} restarts, each after {@code delay}. */
    public static RestartStrategyConfiguration fixedDelayRestart(int attempts, Duration delay) {
        return fixedDelayRestart(attempts, delay.toMillis());
    }

    /** As long as at most {@code failures} fall into an interval. */
    public static RestartStrategyConfiguration failureRateRestart(int failures, Time interval, Time delay) {
        return new FailureRate(failures, interval.toMilliseconds(), delay.toMilliseconds());
    }

    /** As long as at most {@code failures} fall into an interval. */
    public static RestartStrategyConfiguration failureRateRestart(int failures, Duration interval, Duration delay) {
        return new FailureRate(failures, interval.toMillis(), delay.toMillis());
    }

    /** Delays that grow by {@code multiplier}, changed by up to {@code jitter} of themselves. */
    public static RestartStrategyConfiguration exponentialDelayRestart(
            Duration initial, Duration max, double multiplier, Duration reset, double jitter) {
        return new ExponentialDelay(
                initial.toMillis(), max.toMillis(), multiplier, reset.toMillis(), jitter, Integer.MAX_VALUE);
    }

    /** Delays that grow by {@code multiplier}, changed by up to {@code jitter} of themselves. */
    public static RestartStrategyConfiguration exponentialDelayRestart(
            Time initial, Time max, double multiplier, Time reset, double jitter) {
        return exponentialDelayRestart(
                Duration.ofMillis(initial.toMilliseconds()),
                Duration.ofMillis(max.toMilliseconds()),
                multiplier,
                Duration.ofMillis(reset.toMilliseconds()),
                jitter);
    }

    /**
     * The strategy that settings ask for, if they do.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static Optional<RestartStrategyConfiguration> fromConfiguration(ReadableConfig settings) {
        return settings.getOptional(RestartStrategyOptions.RESTART_STRATEGY).map(name -> switch (name.toLowerCase(
                        Locale.ROOT)
                .replace("-", "")) {
            case "none", "off", "disable" -> noRestart();
            case "fixeddelay" ->
                fixedDelayRestart(
                        settings.get(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS),
                        settings.get(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY));
            case "failurerate" ->
                failureRateRestart(
                        settings.get(RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_MAX_FAILURES_PER_INTERVAL),
                        settings.get(RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_FAILURE_RATE_INTERVAL),
                        settings.get(RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_DELAY));
            case "exponentialdelay" ->
                exponentialDelayRestart(
                        settings.get(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF),
                        settings.get(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF),
                        settings.get(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_BACKOFF_MULTIPLIER),
                        settings.get(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD),
                        settings.get(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_JITTER_FACTOR));
            default ->
                throw new IllegalArgumentException("there is no restart strategy '" + name
                        + "'; write none, fixed-delay, failure-rate or exponential-delay");
        });
    }

    /** What happens after a failure. */
    public sealed interface RestartStrategyConfiguration extends Serializable {}

    /** See {@link #noRestart}. */
    public record NoRestart() implements RestartStrategyConfiguration {}

    /** See {@link #fallBackRestart}. */
    public record FallBack() implements RestartStrategyConfiguration {}

    /** See {@link #fixedDelayRestart(int, long)}. */
    public record FixedDelay(int attempts, long delayMillis) implements RestartStrategyConfiguration {}

    /** See {@link #failureRateRestart(int, Duration, Duration)}. */
    public record FailureRate(int failuresMax, long intervalMillis, long delayMillis)
            implements RestartStrategyConfiguration {}

    /** See {@link #exponentialDelayRestart(Duration, Duration, double, Duration, double)}. */
    public record ExponentialDelay(
            long initialMillis, long maxMillis, double multiplier, long resetMillis, double jitter, int attempts)
            implements RestartStrategyConfiguration {}
}
