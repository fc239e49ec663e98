package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Time;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Sessions of the time of day that end when nothing has come for a gap. */
@ModelApi
public final class ProcessingTimeSessionWindows extends MergingWindowAssigner<Object, TimeWindow> {

    private final FixedGap gap;

    private ProcessingTimeSessionWindows(FixedGap gap) {
        this.gap = gap;
    }

    /** Sessions that end when nothing has come for a gap. */
    public static ProcessingTimeSessionWindows withGap(Duration gap) {
        return new ProcessingTimeSessionWindows(FixedGap.of(gap));
    }

    public static ProcessingTimeSessionWindows withGap(Time gap) {
        return withGap(gap.toDuration());
    }

    /** Sessions whose gap follows from each record. */
    public static <T> DynamicProcessingTimeSessionWindows<T> withDynamicGap(SessionWindowTimeGapExtractor<T> gap) {
        return new DynamicProcessingTimeSessionWindows<>(gap);
    }

    @Override
    public Collection<TimeWindow> assignWindows(Object element, long timestamp, WindowAssignerContext context) {
        return List.of(gap.window(element, context.getCurrentProcessingTime()));
    }

    @Override
    public void mergeWindows(Collection<TimeWindow> windows, MergeCallback<TimeWindow> callback) {
        TimeWindow.mergeWindows(windows, callback);
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
    SessionGap<Object> sessionGap() {
        return gap;
    }

    @Override
    public String toString() {
        return "ProcessingTimeSessionWindows(" + gap + ")";
    }
}
