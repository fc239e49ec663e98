package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.state.MergingState;
import dev.millrace.core.state.State;
import dev.millrace.core.state.StateDescriptor;
import java.io.Serializable;

/** Says when a window's result is emitted. One trigger serves all windows of a task; what it keeps, it keeps in state. */
@ModelApi
public abstract class Trigger<T, W extends Window> implements Serializable {

    /** A record came into the window. */
    public abstract TriggerResult onElement(T element, long timestamp, W window, TriggerContext ctx) throws Exception;

    /** A timer of this trigger, on the time of day, is due. */
    public abstract TriggerResult onProcessingTime(long time, W window, TriggerContext ctx) throws Exception;

    /** A timer of this trigger, on event time, is due. */
    public abstract TriggerResult onEventTime(long time, W window, TriggerContext ctx) throws Exception;

    /** Whether the trigger can serve windows that become one. */
    public boolean canMerge() {
        return false;
    }

    /** Several windows have become {@code window}. */
    public void onMerge(W window, OnMergeContext ctx) throws Exception {
        throw new UnsupportedOperationException("the trigger " + this + " cannot serve windows that merge");
    }

    /** The window goes; timers and state of the trigger must go with it. */
    public abstract void clear(W window, TriggerContext ctx) throws Exception;

    /** What a trigger may ask and keep, for one key and window. */
    @ModelApi
    public interface TriggerContext {

        /** The time of day, milliseconds since the epoch. */
        long getCurrentProcessingTime();

        /** The event time come to, milliseconds since the epoch; {@link Long#MIN_VALUE} at first. */
        long getCurrentWatermark();

        MetricGroup getMetricGroup();

        void registerProcessingTimeTimer(long time);

        void registerEventTimeTimer(long time);

        void deleteProcessingTimeTimer(long time);

        void deleteEventTimeTimer(long time);

        /** State of this key and window. */
        <S extends State> S getPartitionedState(StateDescriptor<S, ?> descriptor);
    }

    /** What a trigger may do when windows become one. */
    @ModelApi
    public interface OnMergeContext extends TriggerContext {

        /** Moves the state of the former windows into that of the new one. The state must be one that can be merged. */
        <S extends MergingState<?, ?>> void mergePartitionedState(StateDescriptor<S, ?> descriptor);
    }
}
