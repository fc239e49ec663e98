package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import java.io.IOException;
import java.util.List;

/**
 * Finds the splits of a source and deals them out to its readers. One thread calls it, the coordinating thread of the
 * source; long work goes through {@link SplitEnumeratorContext#callAsync}.
 *
 * @param <SplitT> the splits
 * @param <CheckpointT> what it keeps in a checkpoint: the splits it has not assigned, and how far it has looked
 */
@ModelApi
public interface SplitEnumerator<SplitT extends SourceSplit, CheckpointT> extends AutoCloseable {

    /** Begins; called once, before anything else. */
    void start();

    /**
     * A reader wants a split.
     *
     * @param requesterHostname the reader's host, to choose a split near to it; may be null
     */
    void handleSplitRequest(int subtaskId, String requesterHostname);

    /** Takes back splits that were assigned after the checkpoint which a failed reader is restored from. */
    void addSplitsBack(List<SplitT> splits, int subtaskId);

    /** A reader has come, for the first time or again. */
    void addReader(int subtaskId);

    /** What it would need to go on from here. Splits already assigned belong to the readers' state. */
    CheckpointT snapshotState(long checkpointId) throws Exception;

    /** Releases everything. */
    @Override
    void close() throws IOException;

    /** How much the splits hold that it has not assigned, in the unit of {@link SourceReader#unread}; -1 when it cannot tell. */
    default long unassigned() {
        return -1;
    }

    /** A checkpoint is durable. */
    default void notifyCheckpointComplete(long checkpointId) throws Exception {}

    /** A checkpoint will never complete. */
    default void notifyCheckpointAborted(long checkpointId) throws Exception {}

    /** A reader has sent an event of the source's own. */
    default void handleSourceEvent(int subtaskId, SourceEvent sourceEvent) {}
}
