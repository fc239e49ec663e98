package dev.millrace.stream.window;

import java.time.Duration;

/** A gap that is the same after all records; checked. */
record FixedGap(long millis) implements SessionGap<Object> {

    FixedGap {
        if (millis <= 0) {
            throw new IllegalArgumentException("the gap of sessions must be above 0 ms, not " + millis);
        }
    }

    static FixedGap of(Duration gap) {
        return new FixedGap(gap.toMillis());
    }

    @Override
    public long after(Object element) {
        return millis;
    }

    @Override
    public String toString() {
        return millis + " ms";
    }
}
