package dev.millrace.core.option.foreign;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.CheckpointStorage;

/** State on the heap, checkpoints in memory. */
@ModelApi
public class MemoryStateBackend extends AbstractStateBackend {
    private static final long serialVersionUID = 1;

    private final CheckpointStorage storage;

    public MemoryStateBackend() {
        storage = new JobManagerCheckpointStorage();
    }

    /** Snapshots are written in the background, whatever is said. */
    public MemoryStateBackend(boolean asynchronous) {
        this();
    }

    public MemoryStateBackend(int maxStateSize) {
        storage = new JobManagerCheckpointStorage(maxStateSize);
    }

    /** Snapshots are written in the background, whatever is said. */
    public MemoryStateBackend(int maxStateSize, boolean asynchronous) {
        this(maxStateSize);
    }

    @Override
    public CheckpointStorage checkpointStorage() {
        return storage;
    }
}
