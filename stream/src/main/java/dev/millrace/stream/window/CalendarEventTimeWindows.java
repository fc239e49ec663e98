package dev.millrace.stream.window;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/**
 * Windows of event time that are days, weeks, months or years of a zone's calendar. A day lasts from midnight to midnight as
 * the clocks of the zone show it, so it has 23 or 25 hours when they change.
 */
public final class CalendarEventTimeWindows extends WindowAssigner<Object, TimeWindow> {

    private final Calendar calendar;
    private transient TimeWindow last;

    private CalendarEventTimeWindows(Calendar calendar) {
        this.calendar = calendar;
    }

    /**
     * Windows that begin with a day, with a Monday when they last whole weeks, with a month or a year; those of several days,
     * weeks, months or years are counted from the beginning of 1970.
     *
     * @param length a number of days, or of months and years
     */
    public static CalendarEventTimeWindows of(Period length, ZoneId zone) {
        return new CalendarEventTimeWindows(Calendar.of(length, zone));
    }

    /**
     * Windows of which one begins on a given day, and the others follow from there to both sides.
     *
     * @param length a number of days, or of months and years
     * @param origin the first day of any of the windows
     */
    public static CalendarEventTimeWindows of(Period length, ZoneId zone, LocalDate origin) {
        return new CalendarEventTimeWindows(new Calendar(length, zone, origin));
    }

    @Override
    public Collection<TimeWindow> assignWindows(Object element, long timestamp, WindowAssignerContext context) {
        Span.requireTimestamp(timestamp);
        return windows(timestamp);
    }

    private List<TimeWindow> windows(long time) {
        if (last == null || time < last.getStart() || time >= last.getEnd()) {
            last = calendar.window(time);
        }
        return List.of(last);
    }

    @Override
    public Trigger<Object, TimeWindow> getDefaultTrigger() {
        return EventTimeTrigger.create();
    }

    @Override
    public boolean isEventTime() {
        return true;
    }

    @Override
    Slicing slicing() {
        return calendar;
    }

    @Override
    public String toString() {
        return "CalendarEventTimeWindows(" + calendar + ")";
    }
}
