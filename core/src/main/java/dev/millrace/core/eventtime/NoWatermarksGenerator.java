package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;

/** Never gives a watermark. */
@ModelApi
public final class NoWatermarksGenerator<E> implements WatermarkGenerator<E> {

    @Override
    public void onEvent(E event, long eventTimestamp, WatermarkOutput output) {}

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}
}
