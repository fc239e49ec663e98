package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import java.util.Collection;
import java.util.List;

/** Sessions of the time of day whose gap follows from each record. */
@ModelApi
public final class DynamicProcessingTimeSessionWindows<T> extends MergingWindowAssigner<T, TimeWindow> {

    private final ExtractedGap<T> gap;

    DynamicProcessingTimeSessionWindows(SessionWindowTimeGapExtractor<T> gap) {
        this.gap = new ExtractedGap<>(gap);
    }

    public static <T> DynamicProcessingTimeSessionWindows<T> withDynamicGap(SessionWindowTimeGapExtractor<T> gap) {
        return new DynamicProcessingTimeSessionWindows<>(gap);
    }

    @Override
    public Collection<TimeWindow> assignWindows(T element, long timestamp, WindowAssignerContext context) {
        return List.of(gap.window(element, context.getCurrentProcessingTime()));
    }

    @Override
    public void mergeWindows(Collection<TimeWindow> windows, MergeCallback<TimeWindow> callback) {
        TimeWindow.mergeWindows(windows, callback);
    }

    @Override
    @SuppressWarnings("unchecked") // takes any record
    public Trigger<T, TimeWindow> getDefaultTrigger() {
        return (Trigger<T, TimeWindow>) (Trigger<?, TimeWindow>) ProcessingTimeTrigger.create();
    }

    @Override
    public boolean isEventTime() {
        return false;
    }

    @Override
    SessionGap<T> sessionGap() {
        return gap;
    }

    @Override
    public String toString() {
        return "DynamicProcessingTimeSessionWindows";
    }
}
