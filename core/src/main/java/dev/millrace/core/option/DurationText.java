package dev.millrace.core.option;

import java.time.Duration;
import java.util.Locale;

/** Reads durations: a number and a unit ({@code ms}, {@code s}, {@code min}, {@code h}, {@code d}), or ISO-8601. */
public final class DurationText {

    private DurationText() {}

    /** The duration that a text means; without a unit, milliseconds. */
    public static Duration parse(String text) {
        String trimmed = text.trim().toLowerCase(Locale.ROOT);
        if (trimmed.startsWith("p")) {
            return Duration.parse(trimmed);
        }
        int digits = 0;
        while (digits < trimmed.length() && Character.isDigit(trimmed.charAt(digits))) {
            digits++;
        }
        if (digits == 0) {
            throw new IllegalArgumentException("'" + text + "' is not a duration; write 500ms, 10s, 2min, 1h or 1d");
        }
        long amount = Long.parseLong(trimmed.substring(0, digits));
        return switch (trimmed.substring(digits).trim()) {
            case "ns", "nano", "nanos" -> Duration.ofNanos(amount);
            case "us", "micro", "micros" -> Duration.of(amount, java.time.temporal.ChronoUnit.MICROS);
            case "", "ms", "milli", "millis", "millisecond", "milliseconds" -> Duration.ofMillis(amount);
            case "s", "sec", "secs", "second", "seconds" -> Duration.ofSeconds(amount);
            case "m", "min", "mins", "minute", "minutes" -> Duration.ofMinutes(amount);
            case "h", "hour", "hours" -> Duration.ofHours(amount);
            case "d", "day", "days" -> Duration.ofDays(amount);
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "' has no known unit; write 500ms, 10s, 2min, 1h or 1d");
        };
    }
}
