package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.Collection;

/** Says into which windows a record falls. */
@ModelApi
public abstract class WindowAssigner<T, W extends Window> implements Serializable {

    /**
     * The windows of a record.
     *
     * @param timestamp milliseconds since the epoch, {@link Long#MIN_VALUE} when the record has none
     */
    public abstract Collection<W> assignWindows(T element, long timestamp, WindowAssignerContext context);

    /** The trigger for windows that are given none. */
    public abstract Trigger<T, W> getDefaultTrigger();

    /** Whether windows follow event time, so that records may be late; else they follow the time of day. */
    public abstract boolean isEventTime();

    /** How the windows are cut into slices, or null when they cannot be, or not by time alone. */
    Slicing slicing() {
        return null;
    }

    /** What an assigner may ask. */
    @ModelApi
    public abstract static class WindowAssignerContext {

        /** The time of day, milliseconds since the epoch. */
        public abstract long getCurrentProcessingTime();
    }
}
