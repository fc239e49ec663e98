package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;
import java.time.Duration;

/** Stays a fixed time behind the highest timestamp seen. */
@ModelApi
public class BoundedOutOfOrdernessWatermarks<T> implements WatermarkGenerator<T> {

    private final long boundMillis;
    private long maxTimestamp;

    /**
     * @param maxOutOfOrderness how late a record may be; not negative
     */
    public BoundedOutOfOrdernessWatermarks(Duration maxOutOfOrderness) {
        if (maxOutOfOrderness.isNegative()) {
            throw new IllegalArgumentException("the out-of-orderness cannot be negative: " + maxOutOfOrderness);
        }
        boundMillis = maxOutOfOrderness.toMillis();
        // so that the first watermark, before any record, is the lowest one and does not overflow
        maxTimestamp = Long.MIN_VALUE + boundMillis + 1;
    }

    @Override
    public void onEvent(T event, long eventTimestamp, WatermarkOutput output) {
        maxTimestamp = Math.max(maxTimestamp, eventTimestamp);
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.emitWatermark(new Watermark(maxTimestamp - boundMillis - 1));
    }
}
