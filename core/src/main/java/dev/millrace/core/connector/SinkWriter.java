package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Watermark;
import java.io.IOException;

/**
 * Writes the records of one task. One thread calls it; {@code close} comes once, also after a failure, and loses what was
 * not flushed.
 */
@ModelApi
@SuppressWarnings("try") // a close that waits for the outside world may be interrupted
public interface SinkWriter<InputT> extends AutoCloseable {

    void write(InputT element, Context context) throws IOException, InterruptedException;

    /**
     * Called before each barrier, and once after the end of the data. When it returns, what was written before is where
     * the sink promises it to be: sent, or part of what {@code prepareCommit} and {@code snapshotState} answer next.
     *
     * @param endOfInput whether this is the end of the data
     */
    void flush(boolean endOfInput) throws IOException, InterruptedException;

    /** Event time has come to a watermark. */
    default void writeWatermark(Watermark watermark) throws IOException, InterruptedException {}

    /** What is known about the record that is being written. */
    @ModelApi
    interface Context {

        /** The event time that the writer has come to, milliseconds since the epoch; {@link Long#MIN_VALUE} at first. */
        long currentWatermark();

        /** The record's timestamp, milliseconds since the epoch; null when it has none. */
        Long timestamp();
    }
}
