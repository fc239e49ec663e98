package dev.millrace.verification.model;

import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.stream.window.Trigger;
import dev.millrace.stream.window.TriggerResult;
import dev.millrace.stream.window.Window;

/** A program's own trigger, as {@link Firing#impatient} says. */
final class Impatient<W extends Window> extends Trigger<Fact, W> {
    private static final long serialVersionUID = 1;
    private static final ValueStateDescriptor<Long> DUE = new ValueStateDescriptor<>("due", Long.class);

    private final long waitMillis;
    private final int level;

    Impatient(long waitMillis, int level) {
        this.waitMillis = waitMillis;
        this.level = level;
    }

    @Override
    public TriggerResult onElement(Fact fact, long timestamp, W window, TriggerContext ctx) throws Exception {
        ValueState<Long> due = ctx.getPartitionedState(DUE);
        if (due.value() == null) {
            due.update(ctx.getCurrentProcessingTime() + waitMillis);
        }
        ctx.registerProcessingTimeTimer(due.value());
        if (fact.level() != level) {
            return TriggerResult.CONTINUE;
        }
        ctx.deleteProcessingTimeTimer(due.value());
        due.clear();
        return TriggerResult.FIRE_AND_PURGE;
    }

    @Override
    public TriggerResult onProcessingTime(long time, W window, TriggerContext ctx) throws Exception {
        ValueState<Long> due = ctx.getPartitionedState(DUE);
        if (due.value() == null || due.value() != time) {
            return TriggerResult.CONTINUE;
        }
        due.clear();
        return TriggerResult.FIRE;
    }

    @Override
    public TriggerResult onEventTime(long time, W window, TriggerContext ctx) {
        return TriggerResult.CONTINUE;
    }

    @Override
    public void clear(W window, TriggerContext ctx) throws Exception {
        ValueState<Long> due = ctx.getPartitionedState(DUE);
        if (due.value() != null) {
            ctx.deleteProcessingTimeTimer(due.value());
            due.clear();
        }
    }
}
