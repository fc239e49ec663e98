package dev.millrace.runtime;

import dev.millrace.core.function.JobInfo;
import dev.millrace.core.plan.JobSettings;
import dev.millrace.core.plan.Vertex;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.state.snapshot.TaskRestore;
import java.util.List;

/**
 * All that a host needs to run a task.
 *
 * @param vertex a private copy: no other task shares its functions
 * @param types the types of the job, shared by its tasks in this process
 * @param files where parts of checkpoints are; null when the job neither takes nor restores any
 * @param restore what to go on from, or null for a fresh start
 */
public record TaskDeployment(
        TaskId id,
        JobInfo job,
        JobSettings settings,
        Vertex vertex,
        List<InputWiring> inputs,
        List<OutputWiring> outputs,
        TypeSystem types,
        ClassLoader userClasses,
        SnapshotFiles files,
        TaskRestore restore) {
    public TaskDeployment {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}
