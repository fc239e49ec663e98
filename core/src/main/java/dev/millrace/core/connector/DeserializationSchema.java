package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.Collector;
import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.type.ResultTypeQueryable;
import java.io.IOException;
import java.io.Serializable;

/** Makes values of bytes, from what gives bytes. */
@ModelApi
public interface DeserializationSchema<T> extends Serializable, ResultTypeQueryable<T> {

    /** Prepares the schema; called once, before the first message. */
    default void open(InitializationContext context) throws Exception {}

    /** The value of a message; null for none. */
    T deserialize(byte[] message) throws IOException;

    /** Any number of values of a message. */
    default void deserialize(byte[] message, Collector<T> out) throws IOException {
        T value = deserialize(message);
        if (value != null) {
            out.collect(value);
        }
    }

    /** Whether the value says that nothing follows; it is not emitted itself. */
    boolean isEndOfStream(T nextElement);

    /** What a schema may ask. */
    @ModelApi
    interface InitializationContext {

        MetricGroup getMetricGroup();

        /** The class loader of the job's classes. */
        ClassLoader getUserCodeClassLoader();
    }
}
