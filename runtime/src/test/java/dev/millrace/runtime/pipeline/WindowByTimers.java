package dev.millrace.runtime.pipeline;

import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.operator.Output;
import dev.millrace.core.state.LongCell;
import dev.millrace.core.state.NamespacedState;
import dev.millrace.core.time.Timer;

/** Counts the records of each key in windows of event time, late ones apart; emits {@code key@end=count} at their ends. */
public final class WindowByTimers implements Operator<Object, Object> {
    static final long WINDOW = 100;

    private OperatorContext context;
    private Output<Object> output;
    private NamespacedState<Long> windows;
    private LongCell count;

    public static OperatorFactory<Object, Object> factory() {
        return WindowByTimers::new;
    }

    @Override
    public void open(OperatorContext newContext, Output<Object> newOutput) {
        context = newContext;
        output = newOutput;
        windows = context.state().namespaced("windows");
        count = windows.longCell("count");
    }

    @Override
    public void onRecord(int input, Object value, long timestamp) {
        long windowEnd = timestamp / WINDOW * WINDOW + WINDOW - 1;
        if (windowEnd <= context.timers().currentWatermark()) {
            output.emit("late " + value, timestamp);
            return;
        }
        windows.use(windowEnd);
        count.set(count.get(0) + 1);
        context.timers().register(Timer.Domain.EVENT_TIME, windowEnd, windowEnd);
    }

    @Override
    public void onTimer(Timer timer) {
        windows.use((Long) timer.namespace());
        output.emit(timer.key() + "@" + timer.timestamp() + "=" + count.get(0), timer.timestamp());
        count.clear();
    }

    @Override
    public void onWatermark(long timestamp) {
        output.watermark(timestamp);
    }
}
