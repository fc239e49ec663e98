package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Time;
import java.time.Duration;
import java.util.Collection;

/** Windows of the time of day, of one size, side by side. */
@ModelApi
public final class TumblingProcessingTimeWindows extends WindowAssigner<Object, TimeWindow> {

    private final Staggered windows;

    private TumblingProcessingTimeWindows(Staggered windows) {
        this.windows = windows;
    }

    /** Windows that start at multiples of their size since the epoch. */
    public static TumblingProcessingTimeWindows of(Duration size) {
        return of(size, Duration.ZERO);
    }

    /**
     * Windows that start at multiples of their size since the epoch, and an offset.
     *
     * @param offset less than the size; negative ones stand for zones east of Greenwich
     */
    public static TumblingProcessingTimeWindows of(Duration size, Duration offset) {
        return of(size, offset, WindowStagger.ALIGNED);
    }

    /** Windows whose starts each instance chooses. */
    public static TumblingProcessingTimeWindows of(Duration size, Duration offset, WindowStagger stagger) {
        return new TumblingProcessingTimeWindows(new Staggered(Span.tumbling(size, offset), stagger));
    }

    public static TumblingProcessingTimeWindows of(Time size) {
        return of(size.toDuration());
    }

    public static TumblingProcessingTimeWindows of(Time size, Time offset) {
        return of(size.toDuration(), offset.toDuration());
    }

    @Override
    public Collection<TimeWindow> assignWindows(Object element, long timestamp, WindowAssignerContext context) {
        return windows.windows(context.getCurrentProcessingTime(), context);
    }

    @Override
    public Trigger<Object, TimeWindow> getDefaultTrigger() {
        return ProcessingTimeTrigger.create();
    }

    @Override
    public boolean isEventTime() {
        return false;
    }

    @Override
    Slicing slicing() {
        return windows.slicing();
    }

    @Override
    public String toString() {
        return "TumblingProcessingTimeWindows(" + windows + ")";
    }
}
