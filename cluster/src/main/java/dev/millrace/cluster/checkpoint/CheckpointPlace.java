package dev.millrace.cluster.checkpoint;

import dev.millrace.core.file.Path;
import dev.millrace.state.snapshot.CheckpointDirectory;
import java.io.IOException;
import java.io.Serializable;

/**
 * Where a run of a job keeps its checkpoints.
 *
 * @param root the directory above those of all jobs
 * @param run tells this run from others of the job
 */
public record CheckpointPlace(String root, String jobName, String run) implements Serializable {

    public CheckpointDirectory directory(Storage storage) throws IOException {
        Path path = new Path(root);
        return new CheckpointDirectory(storage.at(path), path, jobName, run);
    }
}
