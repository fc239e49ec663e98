package dev.millrace.stream.window;

import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.time.Timer;
import java.io.Serializable;
import java.util.Objects;

/**
 * Everything about windows but their function.
 *
 * @param evictor may be null
 * @param allowedLatenessMillis how long after its end a window still takes records
 * @param lateTag where records go that are too late, or null when they are dropped
 */
public record WindowSpec<T, W extends Window>(
        WindowAssigner<? super T, W> assigner,
        Trigger<? super T, ? super W> trigger,
        Evictor<? super T, ? super W> evictor,
        long allowedLatenessMillis,
        OutputTag<T> lateTag)
        implements Serializable {

    public WindowSpec {
        Objects.requireNonNull(trigger, "the trigger must not be null");
        if (allowedLatenessMillis < 0) {
            throw new IllegalArgumentException("the allowed lateness cannot be negative: " + allowedLatenessMillis);
        }
        if (assigner instanceof MergingWindowAssigner<?, ?> && !trigger.canMerge()) {
            throw new InvalidProgramException(
                    "the windows of " + assigner + " merge, which the trigger " + trigger + " cannot follow");
        }
    }

    /** Windows with the assigner's own trigger. */
    public static <T, W extends Window> WindowSpec<T, W> of(WindowAssigner<? super T, W> assigner) {
        Objects.requireNonNull(assigner, "the window assigner must not be null");
        return new WindowSpec<>(assigner, assigner.getDefaultTrigger(), null, 0, null);
    }

    public WindowSpec<T, W> withTrigger(Trigger<? super T, ? super W> newTrigger) {
        return new WindowSpec<>(assigner, newTrigger, evictor, allowedLatenessMillis, lateTag);
    }

    public WindowSpec<T, W> withEvictor(Evictor<? super T, ? super W> newEvictor) {
        return new WindowSpec<>(assigner, trigger, newEvictor, allowedLatenessMillis, lateTag);
    }

    public WindowSpec<T, W> withAllowedLateness(long millis) {
        return new WindowSpec<>(assigner, trigger, evictor, millis, lateTag);
    }

    public WindowSpec<T, W> withLateTag(OutputTag<T> tag) {
        return new WindowSpec<>(assigner, trigger, evictor, allowedLatenessMillis, tag);
    }

    /** When nothing more can happen to a window: the timestamp of its last timer. */
    long cleanupTime(W window) {
        long end = window.maxTimestamp();
        if (!assigner.isEventTime()) {
            return end;
        }
        long time = end + allowedLatenessMillis;
        return time >= end ? time : Long.MAX_VALUE;
    }

    /** How the windows are cut into slices, or null when they cannot be, or do more than to fire at their end. */
    Slicing slicing() {
        return evictor == null && firesAtEnd() ? assigner.slicing() : null;
    }

    /** How long sessions last, or null when windows are no sessions of time, or do more than to fire at their end. */
    SessionGap<? super T> sessionGap() {
        return evictor == null && firesAtEnd() ? assigner.sessionGap() : null;
    }

    /** What is done with the totals of windows that have slices or are sessions. */
    <A, V> KeyWork<T, V> work(Combine<T, A, V> combine, TotalCopies<A> copies) {
        long lateness = assigner.isEventTime() ? allowedLatenessMillis : 0;
        return slicing() == null
                ? new SessionWork<>(sessionGap(), combine, copies, lateness)
                : new SliceWork<>(slicing(), combine, copies, lateness);
    }

    /** Whether a window fires at its end and never again, so that one timer, set by its first record, does everything. */
    boolean firesOnce() {
        return firesAtEnd() && allowedLatenessMillis == 0;
    }

    private boolean firesAtEnd() {
        return assigner.isEventTime()
                ? trigger.getClass() == EventTimeTrigger.class
                : trigger.getClass() == ProcessingTimeTrigger.class;
    }

    Timer.Domain domain() {
        return assigner.isEventTime() ? Timer.Domain.EVENT_TIME : Timer.Domain.PROCESSING_TIME;
    }
}
