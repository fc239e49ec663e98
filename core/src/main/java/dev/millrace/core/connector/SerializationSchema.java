package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import dev.millrace.core.metric.MetricGroup;
import java.io.Serializable;

/** Makes bytes of values, for what takes bytes. */
@ModelApi
public interface SerializationSchema<T> extends Serializable {

    /** Prepares the schema; called once, before the first value. */
    default void open(InitializationContext context) throws Exception {}

    byte[] serialize(T element);

    /** What a schema may ask. */
    @ModelApi
    interface InitializationContext {

        MetricGroup getMetricGroup();

        /** The class loader of the job's classes. */
        ClassLoader getUserCodeClassLoader();
    }
}
