package dev.millrace.cli.live;

import java.util.Locale;

/** Numbers in few characters, as people read them. */
final class Figure {

    static final String UNKNOWN = "-";

    private static final String[] THOUSANDS = {"", " k", " M", " G", " T"};
    private static final String[] BYTES = {" B", " KB", " MB", " GB", " TB"};
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long YEAR = 365 * DAY;

    private Figure() {}

    /** 0, 999, 1.2 k, 12 k, 1.2 M. */
    static String count(double number) {
        return scaled(number, THOUSANDS);
    }

    /** 999 B, 1.2 KB; a KB is 1,000 bytes. */
    static String bytes(long bytes) {
        return scaled(bytes, BYTES);
    }

    private static String scaled(double number, String[] units) {
        double left = number;
        int unit = 0;
        while (left >= 999.5 && unit < units.length - 1) {
            left /= 1_000;
            unit++;
        }
        boolean tenths = unit > 0 && left < 9.95;
        return String.format(Locale.ROOT, tenths ? "%.1f%s" : "%.0f%s", left, units[unit]);
    }

    /** Every digit, by thousands. */
    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** 12 ms, 1.2 s, 12 s, 2 min, 5 h, 3 d, 2 y. */
    static String time(long millis) {
        if (millis < SECOND) {
            return Math.max(0, millis) + " ms";
        }
        if (millis < 10 * SECOND) {
            return String.format(Locale.ROOT, "%.1f s", (double) millis / SECOND);
        }
        if (millis < 2 * MINUTE) {
            return millis / SECOND + " s";
        }
        if (millis < 2 * HOUR) {
            return millis / MINUTE + " min";
        }
        if (millis < 2 * DAY) {
            return millis / HOUR + " h";
        }
        return millis < 2 * YEAR ? millis / DAY + " d" : millis / YEAR + " y";
    }

    /** 0 % to 100 %, which is said of the whole only. */
    static String percent(double share) {
        return (int) (100 * share) + " %";
    }

    /** {@code 1 record}, {@code 2 records}. */
    static String counted(long number, String thing) {
        return whole(number) + " " + thing + (number == 1 ? "" : "s");
    }
}
