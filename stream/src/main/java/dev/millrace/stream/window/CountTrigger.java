package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.state.ReducingState;
import dev.millrace.core.state.ReducingStateDescriptor;

/** Fires for every so many records of a window. */
@ModelApi
public final class CountTrigger<W extends Window> extends Trigger<Object, W> {

    private final long maxCount;
    private final ReducingStateDescriptor<Long> count =
            new ReducingStateDescriptor<>("count", (ReduceFunction<Long>) Long::sum);

    private CountTrigger(long maxCount) {
        this.maxCount = maxCount;
    }

    public static <W extends Window> CountTrigger<W> of(long maxCount) {
        if (maxCount < 1) {
            throw new IllegalArgumentException("a count trigger needs a count of 1 or more, not " + maxCount);
        }
        return new CountTrigger<>(maxCount);
    }

    @Override
    public TriggerResult onElement(Object element, long timestamp, W window, TriggerContext ctx) throws Exception {
        ReducingState<Long> seen = ctx.getPartitionedState(count);
        seen.add(1L);
        if (seen.get() >= maxCount) {
            seen.clear();
            return TriggerResult.FIRE;
        }
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onEventTime(long time, W window, TriggerContext ctx) {
        return TriggerResult.CONTINUE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, W window, TriggerContext ctx) {
        return TriggerResult.CONTINUE;
    }

    @Override
    public void clear(W window, TriggerContext ctx) {
        ctx.getPartitionedState(count).clear();
    }

    @Override
    public boolean canMerge() {
        return true;
    }

    @Override
    public void onMerge(W window, OnMergeContext ctx) {
        ctx.mergePartitionedState(count);
    }

    @Override
    public String toString() {
        return "CountTrigger(" + maxCount + ")";
    }
}
