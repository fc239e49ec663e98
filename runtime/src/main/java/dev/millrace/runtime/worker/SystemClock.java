package dev.millrace.runtime.worker;

import dev.millrace.core.time.Clock;

/** The clock of the machine. */
public enum SystemClock implements Clock {
    SYSTEM;

    @Override
    public long millis() {
        return System.currentTimeMillis();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
