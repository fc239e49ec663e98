package dev.millrace.cluster.restart;

import dev.millrace.core.plan.RestartStrategy.FailureRate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/** Restarts as long as no more than a number of failures fall into an interval. */
final class FailureRateRestart implements RestartPolicy {

    private final FailureRate strategy;
    private final Deque<Long> failuresMillis = new ArrayDeque<>();

    FailureRateRestart(FailureRate strategy) {
        this.strategy = strategy;
    }

    @Override
    public OptionalLong onFailure(long nowMillis) {
        while (!failuresMillis.isEmpty() && nowMillis - failuresMillis.peekFirst() >= strategy.intervalMillis()) {
            failuresMillis.removeFirst();
        }
        failuresMillis.addLast(nowMillis);
        return failuresMillis.size() > strategy.failuresMax()
                ? OptionalLong.empty()
                : OptionalLong.of(strategy.delayMillis());
    }

    @Override
    public String exhausted() {
        return "more than " + strategy.failuresMax() + " failures fell into " + strategy.intervalMillis() + " ms";
    }
}
