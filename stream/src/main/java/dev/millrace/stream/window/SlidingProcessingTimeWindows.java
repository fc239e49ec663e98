package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Time;
import java.time.Duration;
import java.util.Collection;

/** Windows of the time of day that overlap. */
@ModelApi
public final class SlidingProcessingTimeWindows extends WindowAssigner<Object, TimeWindow> {

    private final Span span;

    private SlidingProcessingTimeWindows(Span span) {
        this.span = span;
    }

    /** Windows of a size, one for each slide. */
    public static SlidingProcessingTimeWindows of(Duration size, Duration slide) {
        return of(size, slide, Duration.ZERO);
    }

    /** Windows of a size, one for each slide, that start at multiples of the slide and an offset. */
    public static SlidingProcessingTimeWindows of(Duration size, Duration slide, Duration offset) {
        return new SlidingProcessingTimeWindows(Span.sliding(size, slide, offset));
    }

    public static SlidingProcessingTimeWindows of(Time size, Time slide) {
        return of(size.toDuration(), slide.toDuration());
    }

    public static SlidingProcessingTimeWindows of(Time size, Time slide, Time offset) {
        return of(size.toDuration(), slide.toDuration(), offset.toDuration());
    }

    @Override
    public Collection<TimeWindow> assignWindows(Object element, long timestamp, WindowAssignerContext context) {
        return span.windows(context.getCurrentProcessingTime());
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
        return span.slicing();
    }

    @Override
    public String toString() {
        return "SlidingProcessingTimeWindows(" + span + ")";
    }
}
