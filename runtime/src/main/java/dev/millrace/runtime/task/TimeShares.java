package dev.millrace.runtime.task;

import dev.millrace.core.fact.TaskFacts.TimeFacts;
import dev.millrace.core.metric.Counter;
import dev.millrace.core.metric.MetricTree;
import java.util.concurrent.TimeUnit;

/**
 * How long a task was busy, waited for room, and had nothing to do, all in milliseconds since it was opened. A task that has
 * work and waits for its thread is busy. Owned by the task's thread.
 */
final class TimeShares {
    private final Share busy;
    private final Share blocked;
    private final Share idle;
    private long lastNanos;
    private boolean wasIdle;

    private static final class Share {
        private final Counter millis;
        private long nanos;

        Share(Counter millis) {
            this.millis = millis;
        }

        long millis() {
            return millis.getCount();
        }

        void add(long more) {
            nanos += more;
            millis.inc(TimeUnit.NANOSECONDS.toMillis(nanos) - millis.getCount());
        }
    }

    TimeShares(MetricTree ofVertex, long nowNanos) {
        busy = new Share(ofVertex.counter("accumulateBusyTimeMs"));
        blocked = new Share(ofVertex.counter("accumulateBackPressuredTimeMs"));
        idle = new Share(ofVertex.counter("accumulateIdleTimeMs"));
        lastNanos = nowNanos;
    }

    /** How long each lasted, without rates. */
    TimeFacts facts() {
        return new TimeFacts(busy.millis(), blocked.millis(), idle.millis(), 0, 0, 0);
    }

    /** Whether the task had nothing to do before the step at hand. */
    boolean wasIdle() {
        return wasIdle;
    }

    /** A step begins, after a pause for a reason. */
    void begins(long nowNanos, Progress reason) {
        Share share = reason == Progress.BLOCKED ? blocked : reason == Progress.IDLE ? idle : busy;
        share.add(nowNanos - lastNanos);
        wasIdle = reason == Progress.IDLE;
        lastNanos = nowNanos;
    }

    /** The step ends. */
    void ends(long nowNanos) {
        busy.add(nowNanos - lastNanos);
        lastNanos = nowNanos;
    }
}
