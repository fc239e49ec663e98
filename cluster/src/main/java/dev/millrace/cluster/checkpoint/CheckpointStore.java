package dev.millrace.cluster.checkpoint;

import dev.millrace.state.snapshot.CheckpointManifest;
import java.util.function.BiConsumer;

/** Where checkpoints are kept. Every call returns at once; what it did comes back on the node's thread. */
public interface CheckpointStore {

    /** Makes a checkpoint complete, durably; answers its path. */
    void publish(CheckpointManifest manifest, BiConsumer<String, Throwable> back);

    /** Deletes what there is of a checkpoint of this run; what cannot be deleted is logged and stays. */
    void discard(long checkpoint);
}
