package dev.millrace.stream.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Windows of whole days or months, side by side, as the clocks of a zone show them; checked. A day lasts from its first
 * moment to the first moment of the next, so it has 23 or 25 hours when the clocks change. Each window is one slice.
 *
 * @param origin a day on which a window begins
 */
record Calendar(Period length, ZoneId zone, LocalDate origin) implements Slicing {

    private static final LocalDate MONDAY = LocalDate.of(1970, 1, 5);

    Calendar {
        boolean days = length.getDays() > 0 && length.toTotalMonths() == 0;
        boolean months = length.getDays() == 0 && length.toTotalMonths() > 0;
        if (!days && !months) {
            throw new IllegalArgumentException(
                    "calendar windows last a number of days, or of months and years, above 0, not " + length);
        }
    }

    /** Windows that begin with the year, the month, or on Mondays when they are of whole weeks. */
    static Calendar of(Period length, ZoneId zone) {
        boolean weeks = length.getDays() > 0 && length.getDays() % 7 == 0;
        return new Calendar(length, zone, weeks ? MONDAY : LocalDate.EPOCH);
    }

    /** The window that a timestamp falls into. */
    TimeWindow window(long timestamp) {
        LocalDate day = Instant.ofEpochMilli(timestamp).atZone(zone).toLocalDate();
        long number = length.getDays() > 0
                ? Math.floorDiv(day.toEpochDay() - origin.toEpochDay(), length.getDays())
                : Math.floorDiv(ChronoUnit.MONTHS.between(origin, day), length.toTotalMonths());
        // clocks that are set back around midnight show the day before again, which belongs to the day all the same
        while (start(number) > timestamp) {
            number--;
        }
        while (start(number + 1) <= timestamp) {
            number++;
        }
        return new TimeWindow(start(number), start(number + 1));
    }

    private long start(long number) {
        LocalDate day = length.getDays() > 0
                ? origin.plusDays(number * length.getDays())
                : origin.plusMonths(number * length.toTotalMonths());
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    @Override
    public long sliceStart(long timestamp) {
        return window(timestamp).getStart();
    }

    @Override
    public long sliceEnd(long sliceStart) {
        return window(sliceStart).getEnd();
    }

    @Override
    public long endAfter(long time) {
        return window(time).getEnd();
    }

    @Override
    public long lastEnd(long sliceStart) {
        return window(sliceStart).getEnd();
    }

    @Override
    public long windowStart(long end) {
        return window(end - 1).getStart();
    }

    @Override
    public long blockStart(long end) {
        return windowStart(end);
    }

    @Override
    public long slicesPerWindow() {
        return 1;
    }

    @Override
    public String toString() {
        return length + " in " + zone;
    }
}
