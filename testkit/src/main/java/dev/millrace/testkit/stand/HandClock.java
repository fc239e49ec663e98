package dev.millrace.testkit.stand;

import dev.millrace.core.time.Clock;
import java.util.concurrent.TimeUnit;

/** Stands still until it is moved. */
public final class HandClock implements Clock {
    private long millis;

    /** A clock that stands at a moment. */
    public HandClock(long millis) {
        this.millis = millis;
    }

    /** The clock goes forward. */
    public void advance(long byMillis) {
        if (byMillis < 0) {
            throw new IllegalArgumentException("the clock goes forward only, not by " + byMillis + " ms");
        }
        millis += byMillis;
    }

    @Override
    public long millis() {
        return millis;
    }

    @Override
    public long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
