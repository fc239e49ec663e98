package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Time;
import java.time.Duration;
import java.util.Collection;

/** Windows of event time that overlap. */
@ModelApi
public final class SlidingEventTimeWindows extends WindowAssigner<Object, TimeWindow> {

    private final Span span;

    private SlidingEventTimeWindows(Span span) {
        this.span = span;
    }

    /** Windows of a size, one for each slide. */
    public static SlidingEventTimeWindows of(Duration size, Duration slide) {
        return of(size, slide, Duration.ZERO);
    }

    /** Windows of a size, one for each slide, that start at multiples of the slide and an offset. */
    public static SlidingEventTimeWindows of(Duration size, Duration slide, Duration offset) {
        return new SlidingEventTimeWindows(Span.sliding(size, slide, offset));
    }

    public static SlidingEventTimeWindows of(Time size, Time slide) {
        return of(size.toDuration(), slide.toDuration());
    }

    public static SlidingEventTimeWindows of(Time size, Time slide, Time offset) {
        return of(size.toDuration(), slide.toDuration(), offset.toDuration());
    }

    @Override
    public Collection<TimeWindow> assignWindows(Object element, long timestamp, WindowAssignerContext context) {
        Span.requireTimestamp(timestamp);
        return span.windows(timestamp);
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
        return span.slicing();
    }

    @Override
    public String toString() {
        return "SlidingEventTimeWindows(" + span + ")";
    }
}
