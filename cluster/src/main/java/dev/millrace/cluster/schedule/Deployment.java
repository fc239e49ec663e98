package dev.millrace.cluster.schedule;

import dev.millrace.cluster.checkpoint.CheckpointPlace;
import dev.millrace.core.function.JobInfo;
import dev.millrace.core.plan.JobSettings;
import dev.millrace.core.plan.Vertex;
import dev.millrace.runtime.InputWiring;
import dev.millrace.runtime.OutputWiring;
import dev.millrace.state.snapshot.TaskRestore;
import java.io.Serializable;
import java.util.List;

/**
 * What a task manager is told about a task: all that is data of {@link dev.millrace.runtime.TaskDeployment}.
 *
 * @param checkpoints where parts of checkpoints go, or null when the job takes none
 * @param restore what to go on from, or null for a fresh start
 */
public record Deployment(
        JobInfo job,
        JobSettings settings,
        Vertex vertex,
        List<InputWiring> inputs,
        List<OutputWiring> outputs,
        CheckpointPlace checkpoints,
        TaskRestore restore)
        implements Serializable {}
