package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;

/** Takes timestamps that never fall from records. The older form of a strategy. */
@ModelApi
public abstract class AscendingTimestampExtractor<T> implements AssignerWithPeriodicWatermarks<T> {

    private long latest = Long.MIN_VALUE;

    /** The timestamp of a record, milliseconds since the epoch. One that falls is taken as it is; the record is late. */
    public abstract long extractAscendingTimestamp(T element);

    @Override
    public final long extractTimestamp(T element, long previousElementTimestamp) {
        long timestamp = extractAscendingTimestamp(element);
        latest = Math.max(latest, timestamp);
        return timestamp;
    }

    @Override
    public final Watermark getCurrentWatermark() {
        return new Watermark(latest == Long.MIN_VALUE ? Long.MIN_VALUE : latest - 1);
    }
}
