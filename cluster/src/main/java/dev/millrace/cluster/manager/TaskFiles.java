package dev.millrace.cluster.manager;

import dev.millrace.cluster.checkpoint.Storage;
import dev.millrace.cluster.schedule.Deployment;
import dev.millrace.core.file.Path;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.runtime.SnapshotFiles;
import dev.millrace.runtime.TaskId;
import dev.millrace.state.snapshot.RestoredTask;
import dev.millrace.state.snapshot.TaskRestore;
import dev.millrace.state.snapshot.TaskSnapshotWriter;
import java.io.IOException;

/** The files of one task's checkpoints. Safe for use by any thread. */
record TaskFiles(Deployment deployment, Storage storage) implements SnapshotFiles {

    @Override
    public TaskSnapshotWriter create(long checkpointId, TaskId task) throws IOException {
        String vertex = deployment.vertex().id();
        return deployment
                .checkpoints()
                .directory(storage)
                .openPart(checkpointId, vertex, task.instance(), task.attempt());
    }

    @Override
    public RestoredTask open(TaskRestore restore, TypeSystem types) throws IOException {
        return restore.open(storage.at(new Path(restore.directory())), types);
    }
}
