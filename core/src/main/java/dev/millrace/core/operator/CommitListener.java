package dev.millrace.core.operator;

/** An operator that acts when a checkpoint has been published, or given up. */
public interface CommitListener {

    /** Checkpoint {@code checkpointId}, and with it all before it, is durable. May be called again after a restore. */
    void onComplete(long checkpointId) throws Exception;

    /** Checkpoint {@code checkpointId} will never complete. */
    default void onAborted(long checkpointId) throws Exception {}
}
