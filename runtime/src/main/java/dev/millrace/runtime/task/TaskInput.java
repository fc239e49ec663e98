package dev.millrace.runtime.task;

import dev.millrace.core.operator.SnapshotWriter;

/** Where a task's records come from. */
sealed interface TaskInput permits GateInput, SourceInput, NoInput {
    /** Takes some input; false when there is none now. */
    boolean advance() throws Exception;

    /** Takes marks that need no room; false when there is none now. */
    boolean advanceBarriers();

    /** Whether barriers may still come from before; where not, they come by order. */
    boolean bringsBarriers();

    /** Event time of what has been taken. */
    long watermark();

    /** Writes what the input itself keeps in a snapshot, under {@link #stateId}. */
    void snapshot(long checkpointId, SnapshotWriter writer) throws Exception;

    /** The id under which the input keeps state, or null when it keeps none. */
    String stateId();

    /** A checkpoint has been published, or given up. */
    void checkpointEnded(long checkpointId, boolean complete) throws Exception;

    void close() throws Exception;
}
