package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.ExecutionConfig;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.core.type.TypeSerializer;
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

    /** A serializer for the windows. The engine does not ask: it writes windows as it writes all values. */
    @SuppressWarnings("unchecked") // every window is one
    public TypeSerializer<W> getWindowSerializer(ExecutionConfig executionConfig) {
        return (TypeSerializer<W>) TypeInformation.of(Window.class).createSerializer(executionConfig);
    }

    /** Whether windows follow event time, so that records may be late; else they follow the time of day. */
    public abstract boolean isEventTime();

    /** How the windows are cut into slices, or null when they cannot be, or not by time alone. */
    Slicing slicing() {
        return null;
    }

    /** How long sessions last, or null when windows are no sessions of time. */
    SessionGap<? super T> sessionGap() {
        return null;
    }

    /** What an assigner may ask. */
    @ModelApi
    public abstract static class WindowAssignerContext {

        /** The time of day, milliseconds since the epoch. */
        public abstract long getCurrentProcessingTime();
    }
}
