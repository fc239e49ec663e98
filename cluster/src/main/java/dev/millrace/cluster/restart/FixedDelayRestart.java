package dev.millrace.cluster.restart;

import dev.millrace.core.plan.RestartStrategy.FixedDelay;
import java.util.OptionalLong;

/** A number of restarts, each after the same delay. */
final class FixedDelayRestart implements RestartPolicy {

    private final FixedDelay strategy;
    private int restarts;

    FixedDelayRestart(FixedDelay strategy) {
        this.strategy = strategy;
    }

    @Override
    public OptionalLong onFailure(long nowMillis) {
        if (restarts == strategy.attempts()) {
            return OptionalLong.empty();
        }
        restarts++;
        return OptionalLong.of(strategy.delayMillis());
    }

    @Override
    public String exhausted() {
        return "its " + strategy.attempts() + " restarts are used up";
    }
}
