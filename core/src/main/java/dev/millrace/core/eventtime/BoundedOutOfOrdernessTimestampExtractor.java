package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;

/** Takes timestamps from records; watermarks stay behind the latest by a bound. The older form of a strategy. */
@ModelApi
public abstract class BoundedOutOfOrdernessTimestampExtractor<T> implements AssignerWithPeriodicWatermarks<T> {

    private final long maxOutOfOrderness;
    private long latest;
    private long emitted = Long.MIN_VALUE;

    protected BoundedOutOfOrdernessTimestampExtractor(Time maxOutOfOrderness) {
        this.maxOutOfOrderness = maxOutOfOrderness.toMilliseconds();
        if (this.maxOutOfOrderness < 0) {
            throw new IllegalArgumentException("records cannot be out of order by " + maxOutOfOrderness);
        }
        this.latest = Long.MIN_VALUE + this.maxOutOfOrderness;
    }

    public long getMaxOutOfOrdernessInMillis() {
        return maxOutOfOrderness;
    }

    /** The timestamp of a record, milliseconds since the epoch. */
    public abstract long extractTimestamp(T element);

    @Override
    public final long extractTimestamp(T element, long previousElementTimestamp) {
        long timestamp = extractTimestamp(element);
        latest = Math.max(latest, timestamp);
        return timestamp;
    }

    @Override
    public final Watermark getCurrentWatermark() {
        emitted = Math.max(emitted, latest - maxOutOfOrderness);
        return new Watermark(emitted);
    }
}
