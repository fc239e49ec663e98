package dev.millrace.runtime;

import dev.millrace.core.type.TypeSystem;
import dev.millrace.state.snapshot.RestoredTask;
import dev.millrace.state.snapshot.TaskRestore;
import dev.millrace.state.snapshot.TaskSnapshotWriter;
import java.io.IOException;

/** Where a task's parts of checkpoints are written to and read from. Used by any thread; its calls may wait for a disk. */
public interface SnapshotFiles {
    /** Begins the part of a task. */
    TaskSnapshotWriter create(long checkpointId, TaskId task) throws IOException;

    /** Opens what a task goes on from. */
    RestoredTask open(TaskRestore restore, TypeSystem types) throws IOException;
}
