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
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The files of one task's checkpoints. It knows which parts are being written, so that a task is not said to have ended
 * while it still writes. Safe for use by any thread.
 */
final class TaskFiles implements SnapshotFiles {

    private final Deployment deployment;
    private final Storage storage;
    private final Set<Long> written = new ConcurrentSkipListSet<>();
    private volatile boolean closed;

    TaskFiles(Deployment deployment, Storage storage) {
        this.deployment = deployment;
        this.storage = storage;
    }

    @Override
    public TaskSnapshotWriter create(long checkpointId, TaskId task) throws IOException {
        written.add(checkpointId); // before the look at `closed`: either this sees it, or close() sees what is written
        if (closed) {
            written.remove(checkpointId);
            throw new IOException("task " + task + " has ended and writes no part of checkpoint " + checkpointId);
        }
        String vertex = deployment.vertex().id();
        return deployment
                .checkpoints()
                .directory(storage)
                .openPart(checkpointId, vertex, task.instance(), task.attempt());
    }

    /** The part of a checkpoint has been written, or will not be. */
    void done(long checkpointId) {
        written.remove(checkpointId);
    }

    /** Lets no part be begun any more; true when none is being written. */
    boolean close() {
        closed = true;
        return written.isEmpty();
    }

    @Override
    public RestoredTask open(TaskRestore restore, TypeSystem types) throws IOException {
        return restore.open(storage.at(new Path(restore.directory())), types);
    }
}
