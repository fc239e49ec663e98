package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/** Gives records timestamps and, after some of them, a watermark; the older form of a {@link WatermarkStrategy}. */
@ModelApi
public interface AssignerWithPunctuatedWatermarks<T> extends TimestampAssigner<T>, Serializable {

    /**
     * The watermark after a record, or null.
     *
     * @param extractedTimestamp the timestamp that the record was given
     */
    Watermark checkAndGetNextWatermark(T lastElement, long extractedTimestamp);

    /** The newer form. Its parts are this very object, so that they share what it knows. */
    default WatermarkStrategy<T> strategy() {
        return new OlderAssigners.Punctuated<>(this);
    }
}
