package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;
import dev.millrace.core.time.Clock;

/** Gives each record the time of day, which never goes back here even when the clock does. */
@ModelApi
public final class IngestionTimeAssigner<T> implements TimestampAssigner<T> {

    private final Clock clock;
    private long last = Long.MIN_VALUE;

    public IngestionTimeAssigner(Clock clock) {
        this.clock = clock;
    }

    @Override
    public long extractTimestamp(T element, long recordTimestamp) {
        last = Math.max(last, clock.millis());
        return last;
    }
}
