package dev.millrace.core.operator;

import dev.millrace.core.time.Timer;

/**
 * One step of a dataflow. One thread calls it; it is straight-line code and never blocks on the engine.
 *
 * @param <I> what it reads; an operator with several inputs reads their common supertype and looks at the input's number
 * @param <O> what it emits
 */
public interface Operator<I, O> extends Receiver<I> {

    /** Prepares the operator; keyed state is restored and {@link #restore} has been called. */
    default void open(OperatorContext context, Output<O> output) throws Exception {}

    /**
     * Event time has come to {@code timestamp} on the slowest active input; all event-time timers up to it have fired.
     * The operator forwards it with {@link Output#watermark} when nothing at or below it will be emitted any more.
     */
    void onWatermark(long timestamp) throws Exception;

    /** A timer that this operator registered is due; its key has been selected. */
    default void onTimer(Timer timer) throws Exception {}

    /** The inputs have gone idle, all of them, or one has become active again. */
    default void onIdle(boolean idle, Output<O> output) throws Exception {
        output.idle(idle);
    }

    /** A barrier is about to pass; what is emitted here still belongs to its checkpoint. */
    default void beforeBarrier(long checkpointId) throws Exception {}

    /** Writes the operator's own (not keyed) state. What is written is encoded before this returns. */
    default void snapshot(long checkpointId, SnapshotWriter writer) throws Exception {}

    /** Reads what {@link #snapshot} wrote, before {@link #open}. Called only when there is something to restore. */
    default void restore(SnapshotReader reader) throws Exception {}

    /** All inputs have drained. Emits what is left; answers false to be called again, so that long ends stay bounded. */
    default boolean finish() throws Exception {
        return true;
    }

    /**
     * The inputs have been stopped: nothing more comes in this run, and event time stays as it is. What is held back and is
     * no state has to be emitted now.
     */
    default void suspend() throws Exception {}

    /** Releases everything; called once, also after a failure and also when {@code open} has failed. */
    default void close() throws Exception {}
}
