package dev.millrace.runtime.task;

import dev.millrace.core.element.EndOfData;
import dev.millrace.core.fact.TaskFacts.BarrierFacts;
import dev.millrace.core.fact.TaskFacts.EventTimeFacts;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.runtime.loop.Deferred;
import java.io.IOException;

/** Where a task's records come from. */
sealed interface TaskInput permits GateInput, StagedInput, SourceInput, NoInput {
    /** Takes some input; false when there is none now. */
    boolean advance() throws Exception;

    /** Ends the input before its time, as far as it can. */
    default void end(EndOfData mode) {}

    /** Takes marks that need no room; false when there is none now. */
    boolean advanceBarriers();

    /** Whether barriers may still come from before; where not, they come by order. */
    boolean bringsBarriers();

    /** Event time of what has been taken. */
    long watermark();

    /** Event time of what has been taken, and who holds it back. */
    EventTimeFacts eventTime();

    /** How far the input is with barriers, when the task has passed on one last. */
    default BarrierFacts barriers(long passed) {
        return new BarrierFacts(passed, -1, 0);
    }

    /** Writes what the input itself keeps in a snapshot, under {@link #stateId}. */
    void snapshot(long checkpointId, SnapshotWriter writer) throws Exception;

    /** Writes what belongs to the task's own state. */
    default void writeTo(SnapshotWriter ofTask) throws IOException {}

    /** The id under which the input keeps state, or null when it keeps none. */
    String stateId();

    /** The barrier of a checkpoint is about to pass. */
    default void beforeBarrier(long checkpointId) {}

    /**
     * The task's part of a checkpoint has been taken and the barrier has passed.
     *
     * @param ofTask takes what of the input still belongs to the part
     * @param part told when that is all
     */
    default void afterBarrier(long checkpointId, SnapshotWriter ofTask, Deferred part) {
        part.complete();
    }

    /** A checkpoint has been published, or given up. */
    void checkpointEnded(long checkpointId, boolean complete) throws Exception;

    void close() throws Exception;
}
