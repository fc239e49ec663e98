package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.time.Duration;

/** Durations as text. */
@ModelApi
public final class TimeUtils {

    private TimeUtils() {}

    /** The duration of a text such as {@code 500ms}, {@code 10 s}, {@code 2min}; a bare number means milliseconds. */
    public static Duration parseDuration(String text) {
        return DurationText.parse(text);
    }
}
