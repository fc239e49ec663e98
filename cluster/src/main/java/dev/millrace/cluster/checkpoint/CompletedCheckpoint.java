package dev.millrace.cluster.checkpoint;

import dev.millrace.state.snapshot.CheckpointManifest;

/**
 * A checkpoint that is durable and can be restored.
 *
 * @param path where it is
 * @param owned whether this run of the job wrote it, and may delete it
 */
public record CompletedCheckpoint(String path, CheckpointManifest manifest, boolean owned) {

    public long id() {
        return manifest.id();
    }
}
