package dev.millrace.core.plan;

import java.io.Serializable;

/** What happens after a failure. */
public sealed interface RestartStrategy extends Serializable {

    /** The job fails. */
    record None() implements RestartStrategy {}

    /** At most {@code attempts} restarts, each after the same delay. */
    record FixedDelay(int attempts, long delayMillis) implements RestartStrategy {}

    /** As long as no more than {@code failuresMax} fall into an interval. */
    record FailureRate(int failuresMax, long intervalMillis, long delayMillis) implements RestartStrategy {}

    /**
     * Delays that grow from {@code initialMillis} to {@code maxMillis} by {@code multiplier}, each changed by up to
     * {@code jitter} of itself, and that start anew after {@code resetMillis} without a failure.
     *
     * @param attempts how many restarts in a row; {@link Integer#MAX_VALUE} for no bound
     */
    record ExponentialDelay(
            long initialMillis, long maxMillis, double multiplier, double jitter, long resetMillis, int attempts)
            implements RestartStrategy {}
}
