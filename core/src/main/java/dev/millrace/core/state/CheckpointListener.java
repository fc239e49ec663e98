package dev.millrace.core.state;

import dev.millrace.core.ModelApi;

/** A function that wants to know when a checkpoint is durable. */
@ModelApi
public interface CheckpointListener {

    /** Checkpoint {@code checkpointId}, and with it all before it, is durable. May be skipped and may be repeated. */
    void notifyCheckpointComplete(long checkpointId) throws Exception;

    /** Checkpoint {@code checkpointId} will never complete. */
    default void notifyCheckpointAborted(long checkpointId) throws Exception {}
}
