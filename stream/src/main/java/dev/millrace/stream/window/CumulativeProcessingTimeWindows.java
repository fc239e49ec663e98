package dev.millrace.stream.window;

import java.time.Duration;
import java.util.Collection;

/**
 * Windows of the time of day that begin together and end one step after the other, up to a size: totals so far, for each step of
 * a period. A record falls into all windows of its period that end after it.
 */
public final class CumulativeProcessingTimeWindows extends WindowAssigner<Object, TimeWindow> {

    private final CumulativeSlices slices;

    private CumulativeProcessingTimeWindows(CumulativeSlices slices) {
        this.slices = slices;
    }

    /** Windows that begin at multiples of their greatest size since the epoch. */
    public static CumulativeProcessingTimeWindows of(Duration maxSize, Duration step) {
        return of(maxSize, step, Duration.ZERO);
    }

    /**
     * Windows that begin at multiples of their greatest size since the epoch, and an offset.
     *
     * @param maxSize a multiple of the step
     * @param offset less than the size; negative ones stand for zones east of Greenwich
     */
    public static CumulativeProcessingTimeWindows of(Duration maxSize, Duration step, Duration offset) {
        return new CumulativeProcessingTimeWindows(CumulativeSlices.of(maxSize, step, offset));
    }

    @Override
    public Collection<TimeWindow> assignWindows(Object element, long timestamp, WindowAssignerContext context) {
        return slices.windows(context.getCurrentProcessingTime());
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
        return slices;
    }

    @Override
    public String toString() {
        return "CumulativeProcessingTimeWindows(" + slices + ")";
    }
}
