package dev.millrace.runtime.source;

import dev.millrace.core.time.Clock;

/** A stop-watch that stands while its split is held back: a split that may not be read is not idle. */
final class ActivityClock implements Clock {
    private final Clock clock;
    private long stoodNanos;
    private long standsSinceNanos;
    private boolean stands;

    ActivityClock(Clock clock) {
        this.clock = clock;
    }

    void stand(boolean newStands) {
        if (newStands != stands) {
            long now = clock.nanos();
            if (newStands) {
                standsSinceNanos = now;
            } else {
                stoodNanos += now - standsSinceNanos;
            }
            stands = newStands;
        }
    }

    boolean stands() {
        return stands;
    }

    @Override
    public long millis() {
        return clock.millis();
    }

    @Override
    public long nanos() {
        return (stands ? standsSinceNanos : clock.nanos()) - stoodNanos;
    }
}
