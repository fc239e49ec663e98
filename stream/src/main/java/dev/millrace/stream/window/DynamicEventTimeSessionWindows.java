package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import java.util.Collection;
import java.util.List;

/** Sessions of event time whose gap follows from each record. */
@ModelApi
public final class DynamicEventTimeSessionWindows<T> extends MergingWindowAssigner<T, TimeWindow> {

    private final SessionWindowTimeGapExtractor<T> gap;

    DynamicEventTimeSessionWindows(SessionWindowTimeGapExtractor<T> gap) {
        this.gap = gap;
    }

    public static <T> DynamicEventTimeSessionWindows<T> withDynamicGap(SessionWindowTimeGapExtractor<T> gap) {
        return new DynamicEventTimeSessionWindows<>(gap);
    }

    @Override
    public Collection<TimeWindow> assignWindows(T element, long timestamp, WindowAssignerContext context) {
        Span.requireTimestamp(timestamp);
        return List.of(new TimeWindow(timestamp, timestamp + gap(element)));
    }

    private long gap(T element) {
        long millis = gap.extract(element);
        if (millis <= 0) {
            throw new IllegalArgumentException("the gap of a session must be above 0 ms, not " + millis);
        }
        return millis;
    }

    @Override
    public void mergeWindows(Collection<TimeWindow> windows, MergeCallback<TimeWindow> callback) {
        TimeWindow.mergeWindows(windows, callback);
    }

    @Override
    @SuppressWarnings("unchecked") // takes any record
    public Trigger<T, TimeWindow> getDefaultTrigger() {
        return (Trigger<T, TimeWindow>) (Trigger<?, TimeWindow>) EventTimeTrigger.create();
    }

    @Override
    public boolean isEventTime() {
        return true;
    }

    @Override
    SessionGap<T> sessionGap() {
        return this::gap;
    }

    @Override
    public String toString() {
        return "DynamicEventTimeSessionWindows";
    }
}
