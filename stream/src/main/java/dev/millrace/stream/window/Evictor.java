package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import dev.millrace.core.metric.MetricGroup;
import java.io.Serializable;

/** Takes records out of a window before or after its function sees them. */
@ModelApi
public interface Evictor<T, W extends Window> extends Serializable {

    /**
     * Takes records out by removing them from {@code elements}, before the window function.
     *
     * @param size how many records there are
     */
    void evictBefore(Iterable<TimestampedValue<T>> elements, int size, W window, EvictorContext context);

    /** Takes records out by removing them from {@code elements}, after the window function. */
    void evictAfter(Iterable<TimestampedValue<T>> elements, int size, W window, EvictorContext context);

    /** What an evictor may ask. */
    @ModelApi
    interface EvictorContext {

        long getCurrentProcessingTime();

        MetricGroup getMetricGroup();

        long getCurrentWatermark();
    }
}
