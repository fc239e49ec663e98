package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.type.TypeSerializer;

/** Fires when a record lies further than a threshold from the one at which it fired last; from the first, at first. */
@ModelApi
public final class DeltaTrigger<T, W extends Window> extends Trigger<T, W> {

    private final double threshold;
    private final DeltaFunction<T> deltaFunction;
    private final ValueStateDescriptor<T> last = new ValueStateDescriptor<>("last-element");

    private DeltaTrigger(double threshold, DeltaFunction<T> deltaFunction) {
        this.threshold = threshold;
        this.deltaFunction = deltaFunction;
    }

    public static <T, W extends Window> DeltaTrigger<T, W> of(double threshold, DeltaFunction<T> deltaFunction) {
        return new DeltaTrigger<>(threshold, deltaFunction);
    }

    /**
     * The older form.
     *
     * @param stateSerializer not needed, since the values tell how they are kept; may be null
     */
    public static <T, W extends Window> DeltaTrigger<T, W> of(
            double threshold, DeltaFunction<T> deltaFunction, TypeSerializer<T> stateSerializer) {
        return of(threshold, deltaFunction);
    }

    @Override
    public TriggerResult onElement(T element, long timestamp, W window, TriggerContext ctx) throws Exception {
        ValueState<T> state = ctx.getPartitionedState(last);
        T before = state.value();
        if (before == null) {
            state.update(element);
            return TriggerResult.CONTINUE;
        }
        if (deltaFunction.getDelta(before, element) > threshold) {
            state.update(element);
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
        ctx.getPartitionedState(last).clear();
    }

    @Override
    public String toString() {
        return "DeltaTrigger(" + threshold + ")";
    }
}
