package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import java.util.Objects;

/** A value with its timestamp, or without one. */
@ModelApi
public final class StreamRecord<T> {

    private T value;
    private long timestamp;
    private boolean hasTimestamp;

    public StreamRecord(T value) {
        this.value = value;
    }

    /**
     * @param timestamp milliseconds since the epoch
     */
    public StreamRecord(T value, long timestamp) {
        this.value = value;
        setTimestamp(timestamp);
    }

    public T getValue() {
        return value;
    }

    /** Milliseconds since the epoch; {@link Long#MIN_VALUE} when there is none. */
    public long getTimestamp() {
        return hasTimestamp ? timestamp : Long.MIN_VALUE;
    }

    public boolean hasTimestamp() {
        return hasTimestamp;
    }

    public void setTimestamp(long timestamp) {
        this.timestamp = timestamp;
        hasTimestamp = true;
    }

    public void eraseTimestamp() {
        hasTimestamp = false;
    }

    /** Puts another value in the place of this one; the timestamp stays. */
    @SuppressWarnings("unchecked") // the value decides the record's type
    public <X> StreamRecord<X> replace(X element) {
        value = (T) element;
        return (StreamRecord<X>) this;
    }

    /** Puts another value and timestamp in the place of these. */
    public <X> StreamRecord<X> replace(X element, long timestamp) {
        setTimestamp(timestamp);
        return replace(element);
    }

    /** A record of another value with the same timestamp. */
    public StreamRecord<T> copy(T copy) {
        return hasTimestamp ? new StreamRecord<>(copy, timestamp) : new StreamRecord<>(copy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamRecord<?> that
                && that.hasTimestamp == hasTimestamp
                && that.getTimestamp() == getTimestamp()
                && Objects.equals(that.value, value);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(value) + Long.hashCode(getTimestamp());
    }

    @Override
    public String toString() {
        return "Record @ " + (hasTimestamp ? timestamp : "(undef)") + " : " + value;
    }
}
