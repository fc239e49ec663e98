package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.WatermarkOutput;

/** Where the records of one split, or of one reader, go; and what the source itself knows of event time. */
@ModelApi
public interface SourceOutput<T> extends WatermarkOutput {

    /** Emits a record that has no timestamp of its own. */
    void collect(T record);

    /**
     * Emits a record with the timestamp that its source keeps for it.
     *
     * @param timestamp milliseconds since the epoch
     */
    void collect(T record, long timestamp);
}
