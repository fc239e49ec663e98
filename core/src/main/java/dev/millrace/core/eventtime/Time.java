package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A length of time in the older API; {@link Duration} is accepted wherever this is. */
@ModelApi
public final class Time implements Serializable {

    private final long milliseconds;

    private Time(long milliseconds) {
        this.milliseconds = milliseconds;
    }

    public static Time of(long size, TimeUnit unit) {
        return new Time(unit.toMillis(size));
    }

    public static Time of(Duration duration) {
        return new Time(duration.toMillis());
    }

    /** The time as long as a duration. */
    public static Time fromDuration(Duration duration) {
        return of(duration);
    }

    /** The duration as long as a time. */
    public static Duration toDuration(Time time) {
        return time.toDuration();
    }

    public static Time milliseconds(long milliseconds) {
        return new Time(milliseconds);
    }

    public static Time seconds(long seconds) {
        return of(seconds, TimeUnit.SECONDS);
    }

    public static Time minutes(long minutes) {
        return of(minutes, TimeUnit.MINUTES);
    }

    public static Time hours(long hours) {
        return of(hours, TimeUnit.HOURS);
    }

    public static Time days(long days) {
        return of(days, TimeUnit.DAYS);
    }

    public long toMilliseconds() {
        return milliseconds;
    }

    /** The unit of {@link #getSize}: always milliseconds. */
    public TimeUnit getUnit() {
        return TimeUnit.MILLISECONDS;
    }

    /** The length in milliseconds. */
    public long getSize() {
        return milliseconds;
    }

    public Duration toDuration() {
        return Duration.ofMillis(milliseconds);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Time that && that.milliseconds == milliseconds;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(milliseconds);
    }

    @Override
    public String toString() {
        return milliseconds + " ms";
    }
}
