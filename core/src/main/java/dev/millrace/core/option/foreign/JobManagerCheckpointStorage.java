package dev.millrace.core.option.foreign;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.CheckpointStorage;

/** Keeps checkpoints in memory: a job survives failures of its tasks, not the end of its process. */
@ModelApi
public class JobManagerCheckpointStorage implements CheckpointStorage {

    private static final long serialVersionUID = 1;

    /** Checkpoints of any size. */
    public JobManagerCheckpointStorage() {}

    /** Checkpoints of any size: the bound is kept as a value of the program only. */
    public JobManagerCheckpointStorage(int maxStateSize) {
        if (maxStateSize <= 0) {
            throw new IllegalArgumentException("the size of state must be above 0, not " + maxStateSize);
        }
    }

    @Override
    public String directory() {
        return null;
    }
}
