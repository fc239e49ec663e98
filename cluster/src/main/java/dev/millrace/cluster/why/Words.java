package dev.millrace.cluster.why;

import java.time.Instant;
import java.util.Locale;

/** How numbers, times and durations are said. */
final class Words {

    static final String FUTURE_REMEDY =
            "a record with a timestamp from the future has carried event time there: drop such"
                    + " records before the watermarks are made, and check that timestamps are in milliseconds";

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    /** Durations from so many of a unit on are said without the smaller one. */
    private static final long ALONE_FROM = 10;

    private Words() {}

    /** Whether event time is so far ahead of the clock that it was carried there by mistake. */
    static boolean isFromFuture(long watermark, long now) {
        return watermark != Long.MAX_VALUE && watermark > now + MINUTE;
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String records(long number) {
        return count(number) + (number == 1 ? " record" : " records");
    }

    /** A number of things; the plural has an s. */
    static String of(long number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    static String duration(long millis) {
        if (millis < SECOND) {
            return millis + " ms";
        } else if (millis < MINUTE) {
            return millis / SECOND + " s";
        } else if (millis < HOUR) {
            return two(millis, MINUTE, "min", SECOND, "s");
        } else if (millis < DAY) {
            return two(millis, HOUR, "h", MINUTE, "min");
        }
        return two(millis, DAY, "d", HOUR, "h");
    }

    private static String two(long millis, long large, String largeName, long small, String smallName) {
        long rest = millis % large / small;
        String first = millis / large + " " + largeName;
        return rest == 0 || millis / large >= ALONE_FROM ? first : first + " " + rest + " " + smallName;
    }
}
