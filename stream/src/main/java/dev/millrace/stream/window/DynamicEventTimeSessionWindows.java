package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import java.util.Collection;
import java.util.List;

/** Sessions of event time whose gap follows from each record. */
@ModelApi
public final class DynamicEventTimeSessionWindows<T> extends MergingWindowAssigner<T, TimeWindow> {

    private final ExtractedGap<T> gap;

    DynamicEventTimeSessionWindows(SessionWindowTimeGapExtractor<T> gap) {
        this.gap = new ExtractedGap<>(gap);
    }

    public static <T> DynamicEventTimeSessionWindows<T> withDynamicGap(SessionWindowTimeGapExtractor<T> gap) {
        return new DynamicEventTimeSessionWindows<>(gap);
    }

    @Override
    public Collection<TimeWindow> assignWindows(T element, long timestamp, WindowAssignerContext context) {
        Span.requireTimestamp(timestamp);
        return List.of(gap.window(element, timestamp));
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
        return gap;
    }

    @Override
    public String toString() {
        return "DynamicEventTimeSessionWindows";
    }
}
