package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import java.util.Objects;

/** A record in a window with its timestamp, as evictors see it. */
@ModelApi
public final class TimestampedValue<T> {

    private final T value;
    private final long timestamp;
    private final boolean hasTimestamp;

    /** A record without a timestamp. */
    public TimestampedValue(T value) {
        this(value, Long.MIN_VALUE);
    }

    /**
     * @param timestamp milliseconds since the epoch, {@link Long#MIN_VALUE} for none
     */
    public TimestampedValue(T value, long timestamp) {
        this.value = value;
        this.timestamp = timestamp;
        this.hasTimestamp = timestamp != Long.MIN_VALUE;
    }

    public T getValue() {
        return value;
    }

    /** Milliseconds since the epoch; an error when there is none. */
    public long getTimestamp() {
        if (!hasTimestamp) {
            throw new IllegalStateException("the record " + value + " has no timestamp");
        }
        return timestamp;
    }

    public boolean hasTimestamp() {
        return hasTimestamp;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimestampedValue<?> that
                && that.timestamp == timestamp
                && Objects.equals(that.value, value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, timestamp);
    }

    @Override
    public String toString() {
        return value + (hasTimestamp ? " @ " + timestamp : "");
    }
}
