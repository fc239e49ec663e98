package dev.millrace.runtime.pipeline;

import dev.millrace.core.time.Clock;

/** A clock that stands still until it is moved. */
public final class HandClock implements Clock {
    private volatile long millis = 1_000_000;

    @Override
    public long millis() {
        return millis;
    }

    @Override
    public long nanos() {
        return millis * 1_000_000;
    }

    public void move(long byMillis) {
        millis += byMillis;
    }
}
