package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Time;
import java.time.Duration;
import java.util.Collection;

/** Windows of event time, of one size, side by side. */
@ModelApi
public final class TumblingEventTimeWindows extends WindowAssigner<Object, TimeWindow> {

    private final Staggered windows;

    private TumblingEventTimeWindows(Staggered windows) {
        this.windows = windows;
    }

    /** Windows that start at multiples of their size since the epoch. */
    public static TumblingEventTimeWindows of(Duration size) {
        return of(size, Duration.ZERO);
    }

    /**
     * Windows that start at multiples of their size since the epoch, and an offset.
     *
     * @param offset less than the size; negative ones stand for zones east of Greenwich
     */
    public static TumblingEventTimeWindows of(Duration size, Duration offset) {
        return of(size, offset, WindowStagger.ALIGNED);
    }

    /** Windows whose starts each instance chooses. */
    public static TumblingEventTimeWindows of(Duration size, Duration offset, WindowStagger stagger) {
        return new TumblingEventTimeWindows(new Staggered(Span.tumbling(size, offset), stagger));
    }

    public static TumblingEventTimeWindows of(Time size) {
        return of(size.toDuration());
    }

    public static TumblingEventTimeWindows of(Time size, Time offset) {
        return of(size.toDuration(), offset.toDuration());
    }

    @Override
    public Collection<TimeWindow> assignWindows(Object element, long timestamp, WindowAssignerContext context) {
        Span.requireTimestamp(timestamp);
        return windows.windows(timestamp, context);
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
        return windows.slicing();
    }

    @Override
    public String toString() {
        return "TumblingEventTimeWindows(" + windows + ")";
    }
}
