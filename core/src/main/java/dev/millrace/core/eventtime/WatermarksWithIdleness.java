package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;
import dev.millrace.core.time.Clock;
import java.time.Duration;

/**
 * Marks its output idle when no record has passed for a time. The time counts from the first periodic call after the
 * last record, so that a generator that is not asked does not go idle.
 */
@ModelApi
public final class WatermarksWithIdleness<T> implements WatermarkGenerator<T> {

    private final WatermarkGenerator<T> watermarks;
    private final long timeoutNanos;
    private final Clock clock;
    private boolean recordSinceCheck;
    private long quietSinceNanos;
    private boolean quiet;
    private boolean idle;

    /**
     * @param timeout above 0
     */
    public WatermarksWithIdleness(WatermarkGenerator<T> watermarks, Duration timeout, Clock clock) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("the idle timeout must be above 0, not " + timeout);
        }
        this.watermarks = watermarks;
        this.timeoutNanos = timeout.toNanos();
        this.clock = clock;
    }

    @Override
    public void onEvent(T event, long eventTimestamp, WatermarkOutput output) {
        watermarks.onEvent(event, eventTimestamp, output);
        recordSinceCheck = true;
        idle = false;
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (recordSinceCheck) {
            recordSinceCheck = false;
            quiet = false;
        } else if (!quiet) {
            quiet = true;
            quietSinceNanos = clock.nanos();
        } else if (!idle && clock.nanos() - quietSinceNanos > timeoutNanos) {
            idle = true;
            output.markIdle();
        }
        if (!idle) {
            watermarks.onPeriodicEmit(output);
        }
    }
}
