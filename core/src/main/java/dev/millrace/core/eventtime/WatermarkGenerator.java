package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;

/** Finds watermarks from what passes, or periodically. */
@ModelApi
public interface WatermarkGenerator<T> {

    /** A record passed. The timestamp is milliseconds since the epoch, {@link Long#MIN_VALUE} when it has none. */
    void onEvent(T event, long eventTimestamp, WatermarkOutput output);

    /** Called every {@code autoWatermarkInterval}. */
    void onPeriodicEmit(WatermarkOutput output);
}
