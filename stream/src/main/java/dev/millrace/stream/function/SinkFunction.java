package dev.millrace.stream.function;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.function.Function;
import java.io.Serializable;

/** Takes the records at the end of a stream. */
@ModelApi
public interface SinkFunction<IN> extends Function, Serializable {

    /** Takes a record. */
    default void invoke(IN value, Context context) throws Exception {
        invoke(value);
    }

    /** Takes a record; the older form. */
    default void invoke(IN value) throws Exception {
        throw new UnsupportedOperationException(
                getClass().getName() + " implements neither invoke(value, context) nor invoke(value)");
    }

    /** Event time has come to a watermark. */
    default void writeWatermark(Watermark watermark) throws Exception {}

    /** The data has ended. */
    default void finish() throws Exception {}

    /** What is known about the record. */
    interface Context {

        /** The time of day, milliseconds since the epoch. */
        long currentProcessingTime();

        /** The event time come to, milliseconds since the epoch; {@link Long#MIN_VALUE} at first. */
        long currentWatermark();

        /** The record's timestamp, milliseconds since the epoch; null when it has none. */
        Long timestamp();
    }
}
