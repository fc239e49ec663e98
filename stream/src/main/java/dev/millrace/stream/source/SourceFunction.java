package dev.millrace.stream.source;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.function.Function;
import java.io.Serializable;

/**
 * Emits records from a loop of its own, in one instance. A function with state implements
 * {@link dev.millrace.core.state.CheckpointedFunction} and changes its state, together with what it emits, only while it
 * holds the {@linkplain SourceContext#getCheckpointLock checkpoint lock}: snapshots are taken under that lock.
 */
@ModelApi
public interface SourceFunction<T> extends Function, Serializable {

    /** Emits until there is nothing more to emit or {@link #cancel} is called. Has a thread of its own. */
    void run(SourceContext<T> ctx) throws Exception;

    /** Asks {@link #run} to return; called by another thread. The thread of {@code run} is interrupted after it. */
    void cancel();

    /** Where a source function emits. Safe for use by any thread that the function starts. */
    @ModelApi
    interface SourceContext<T> {

        /** Emits a record without a timestamp. Waits while those downstream have no room. */
        void collect(T element);

        /**
         * Emits a record with a timestamp.
         *
         * @param timestamp milliseconds since the epoch
         */
        void collectWithTimestamp(T element, long timestamp);

        /** Says that no record with a timestamp at or below the watermark's will follow. */
        void emitWatermark(Watermark mark);

        /** Says that nothing will come for a while, so that event time need not wait; the next record ends that. */
        void markAsTemporarilyIdle();

        /** What is held while a record is emitted and the state that belongs to it is changed. */
        Object getCheckpointLock();

        /** Called by the engine when the function has returned. */
        void close();
    }
}
