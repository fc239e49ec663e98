package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;
import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.time.Clock;
import java.io.Serializable;

/** Makes a timestamp assigner for each instance. */
@ModelApi
@FunctionalInterface
public interface TimestampAssignerSupplier<T> extends Serializable {

    TimestampAssigner<T> createTimestampAssigner(Context context);

    /** Gives every instance the same assigner. */
    static <T> TimestampAssignerSupplier<T> of(SerializableTimestampAssigner<T> assigner) {
        return context -> assigner;
    }

    /** What an assigner may use. */
    interface Context {

        MetricGroup getMetricGroup();

        /** The time of day. */
        Clock clock();
    }
}
