package dev.millrace.core.connector;

import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;

/** A reader with state of its own beside its splits. Used by the task's thread. */
@SuppressWarnings("try") // a close that waits for the outside world may be interrupted
public interface StatefulReader<T, SplitT extends SourceSplit> extends SourceReader<T, SplitT> {

    /** Reads what {@link #snapshot} wrote; before {@link #start}, and only when there is something to restore. */
    void restore(SnapshotReader reader) throws Exception;

    /**
     * Whether the state can be taken now. Asked before a snapshot until it answers true; the reader wakes its task through
     * the mailbox when it can. Meanwhile the task reads on. Records emitted before the snapshot belong to it.
     */
    boolean isReadyForSnapshot(long checkpointId);

    /** Writes the state. What is written is encoded before this returns; the barrier follows before the next record. */
    void snapshot(long checkpointId, SnapshotWriter writer) throws Exception;
}
