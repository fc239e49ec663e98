package dev.millrace.cluster.restart;

import dev.millrace.core.plan.RestartStrategy.ExponentialDelay;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Delays that grow with each failure of a row and are spread by chance, so that jobs which failed together do not come
 * back together. A row ends when the job has run long enough after a restart.
 */
final class ExponentialDelayRestart implements RestartPolicy {

    private final ExponentialDelay strategy;
    private final RandomGenerator random;
    private double delayMillis;
    private int restarts;
    private long restartedMillis;

    ExponentialDelayRestart(ExponentialDelay strategy, RandomGenerator random) {
        this.strategy = strategy;
        this.random = random;
        delayMillis = strategy.initialMillis();
    }

    @Override
    public OptionalLong onFailure(long nowMillis) {
        if (restarts > 0 && nowMillis - restartedMillis >= strategy.resetMillis()) {
            delayMillis = strategy.initialMillis();
            restarts = 0;
        }
        if (restarts == strategy.attempts()) {
            return OptionalLong.empty();
        }
        restarts++;
        double spread = strategy.jitter() * (2 * random.nextDouble() - 1);
        long delay = Math.max(0, Math.round(delayMillis * (1 + spread)));
        delayMillis = Math.min(strategy.maxMillis(), delayMillis * strategy.multiplier());
        restartedMillis = nowMillis + delay;
        return OptionalLong.of(delay);
    }

    @Override
    public String exhausted() {
        return "its " + strategy.attempts() + " restarts in a row are used up";
    }
}
