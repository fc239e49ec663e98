package dev.millrace.cluster.restart;

import dev.millrace.core.plan.RestartStrategy;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** Remembers a job's failures and decides on each whether the job starts again. Owned by the job's thread. */
public sealed interface RestartPolicy
        permits NoRestart, FixedDelayRestart, FailureRateRestart, ExponentialDelayRestart {

    /**
     * Decides on a failure.
     *
     * @return how many milliseconds to wait before the restart, or empty when the job has to fail
     */
    OptionalLong onFailure(long nowMillis);

    /** Why the job is not restarted, to go on with "the job failed because". */
    String exhausted();

    static RestartPolicy of(RestartStrategy strategy, RandomGenerator random) {
        if (strategy instanceof RestartStrategy.FixedDelay fixed) {
            return new FixedDelayRestart(fixed);
        }
        if (strategy instanceof RestartStrategy.FailureRate rate) {
            return new FailureRateRestart(rate);
        }
        if (strategy instanceof RestartStrategy.ExponentialDelay exponential) {
            return new ExponentialDelayRestart(exponential, random);
        }
        return new NoRestart();
    }
}
