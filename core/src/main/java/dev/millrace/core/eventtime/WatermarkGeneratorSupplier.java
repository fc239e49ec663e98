package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;
import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.time.Clock;
import java.io.Serializable;

/** Makes a generator for each instance. */
@ModelApi
@FunctionalInterface
public interface WatermarkGeneratorSupplier<T> extends Serializable {

    WatermarkGenerator<T> createWatermarkGenerator(Context context);

    /** What a generator may use. */
    interface Context {

        MetricGroup getMetricGroup();

        /** The time of day that idleness is measured by. */
        Clock clock();
    }
}
