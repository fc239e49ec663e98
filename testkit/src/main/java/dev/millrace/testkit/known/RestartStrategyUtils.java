package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.stream.StreamExecutionEnvironment;
import java.time.Duration;

/** Says what happens after a failure, as tests of 2.x do. */
@ModelApi
public final class RestartStrategyUtils {

    private RestartStrategyUtils() {}

    /** The first failure is the job's. */
    public static void configureNoRestartStrategy(StreamExecutionEnvironment environment) {
        environment.setRestartStrategy(RestartStrategies.noRestart());
    }

    /** So many restarts, so many milliseconds after each failure. */
    public static void configureFixedDelayRestartStrategy(
            StreamExecutionEnvironment environment, int restartAttempts, long delayMillis) {
        environment.setRestartStrategy(RestartStrategies.fixedDelayRestart(restartAttempts, delayMillis));
    }

    /** So many restarts, so long after each failure. */
    public static void configureFixedDelayRestartStrategy(
            StreamExecutionEnvironment environment, int restartAttempts, Duration delay) {
        configureFixedDelayRestartStrategy(environment, restartAttempts, delay.toMillis());
    }
}
