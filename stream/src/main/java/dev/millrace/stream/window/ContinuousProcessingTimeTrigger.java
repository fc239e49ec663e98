package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Time;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.state.ReducingState;
import dev.millrace.core.state.ReducingStateDescriptor;
import java.time.Duration;

/** Fires for every interval of the time of day. */
@ModelApi
public final class ContinuousProcessingTimeTrigger<W extends Window> extends Trigger<Object, W> {

    private final long intervalMillis;
    private final ReducingStateDescriptor<Long> next =
            new ReducingStateDescriptor<>("fire-time", (ReduceFunction<Long>) Math::min);

    private ContinuousProcessingTimeTrigger(long intervalMillis) {
        if (intervalMillis <= 0) {
            throw new IllegalArgumentException("the interval must be above 0 ms, not " + intervalMillis);
        }
        this.intervalMillis = intervalMillis;
    }

    public static <W extends Window> ContinuousProcessingTimeTrigger<W> of(Duration interval) {
        return new ContinuousProcessingTimeTrigger<>(interval.toMillis());
    }

    public static <W extends Window> ContinuousProcessingTimeTrigger<W> of(Time interval) {
        return of(interval.toDuration());
    }

    @Override
    public TriggerResult onElement(Object element, long timestamp, W window, TriggerContext ctx) throws Exception {
        if (ctx.getPartitionedState(next).get() == null) {
            long now = ctx.getCurrentProcessingTime();
            register(now - Math.floorMod(now, intervalMillis), window, ctx);
        }
        return TriggerResult.CONTINUE;
    }

    /** Not later than the window's end, unless that is over: a window in event time may end long before the clock. */
    private void register(long time, W window, TriggerContext ctx) throws Exception {
        long later = time + intervalMillis;
        long fireTime = time < window.maxTimestamp() ? Math.min(later, window.maxTimestamp()) : later;
        ctx.getPartitionedState(next).add(fireTime);
        ctx.registerProcessingTimeTimer(fireTime);
    }

    @Override
    public TriggerResult onProcessingTime(long time, W window, TriggerContext ctx) throws Exception {
        ReducingState<Long> fireTime = ctx.getPartitionedState(next);
        Long due = fireTime.get();
        if (due == null || due != time) {
            return TriggerResult.CONTINUE;
        }
        fireTime.clear();
        register(time, window, ctx);
        return TriggerResult.FIRE;
    }

    @Override
    public TriggerResult onEventTime(long time, W window, TriggerContext ctx) {
        return TriggerResult.CONTINUE;
    }

    @Override
    public void clear(W window, TriggerContext ctx) throws Exception {
        ReducingState<Long> fireTime = ctx.getPartitionedState(next);
        Long due = fireTime.get();
        if (due != null) {
            ctx.deleteProcessingTimeTimer(due);
            fireTime.clear();
        }
    }

    @Override
    public boolean canMerge() {
        return true;
    }

    @Override
    public void onMerge(W window, OnMergeContext ctx) throws Exception {
        ctx.mergePartitionedState(next);
        Long due = ctx.getPartitionedState(next).get();
        if (due != null) {
            ctx.registerProcessingTimeTimer(due);
        }
    }

    @Override
    public String toString() {
        return "ContinuousProcessingTimeTrigger(" + intervalMillis + " ms)";
    }
}
