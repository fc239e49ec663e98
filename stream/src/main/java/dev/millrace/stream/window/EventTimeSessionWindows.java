package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Time;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Sessions of event time that end when nothing has come for a gap. */
@ModelApi
public final class EventTimeSessionWindows extends MergingWindowAssigner<Object, TimeWindow> {

    private final FixedGap gap;

    private EventTimeSessionWindows(FixedGap gap) {
        this.gap = gap;
    }

    /** Sessions that end when nothing has come for a gap. */
    public static EventTimeSessionWindows withGap(Duration gap) {
        return new EventTimeSessionWindows(FixedGap.of(gap));
    }

    public static EventTimeSessionWindows withGap(Time gap) {
        return withGap(gap.toDuration());
    }

    /** Sessions whose gap follows from each record. */
    public static <T> DynamicEventTimeSessionWindows<T> withDynamicGap(SessionWindowTimeGapExtractor<T> gap) {
        return new DynamicEventTimeSessionWindows<>(gap);
    }

    @Override
    public Collection<TimeWindow> assignWindows(Object element, long timestamp, WindowAssignerContext context) {
        Span.requireTimestamp(timestamp);
        return List.of(gap.window(element, timestamp));
    }

    @Override
    public void mergeWindows(Collection<TimeWindow> windows, MergeCallback<TimeWindow> callback) {
        TimeWindow.mergeWindows(windows, callback);
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
    SessionGap<Object> sessionGap() {
        return gap;
    }

    @Override
    public String toString() {
        return "EventTimeSessionWindows(" + gap + ")";
    }
}
