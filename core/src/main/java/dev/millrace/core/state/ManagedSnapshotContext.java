package dev.millrace.core.state;

import dev.millrace.core.ModelApi;

/** Says which checkpoint a snapshot belongs to. */
@ModelApi
public interface ManagedSnapshotContext {

    long getCheckpointId();

    /** When the checkpoint was triggered, milliseconds since the epoch. */
    long getCheckpointTimestamp();
}
