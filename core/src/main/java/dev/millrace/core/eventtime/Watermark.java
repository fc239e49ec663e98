package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.time.Instant;

/** Says that no record at or below a timestamp will come any more. What user code sees and emits. */
@ModelApi
public final class Watermark implements Comparable<Watermark>, Serializable {

    /** The end of event time. */
    public static final Watermark MAX_WATERMARK = new Watermark(Long.MAX_VALUE);

    private final long timestamp;

    /**
     * @param timestamp milliseconds since the epoch
     */
    public Watermark(long timestamp) {
        this.timestamp = timestamp;
    }

    public long getTimestamp() {
        return timestamp;
    }

    /** The timestamp as a date. */
    public String getFormattedTimestamp() {
        return Instant.ofEpochMilli(timestamp).toString();
    }

    @Override
    public int compareTo(Watermark other) {
        return Long.compare(timestamp, other.timestamp);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Watermark that && that.timestamp == timestamp;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(timestamp);
    }

    @Override
    public String toString() {
        return "Watermark @ " + timestamp;
    }
}
