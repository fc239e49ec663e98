package dev.millrace.cluster.job;

import dev.millrace.cluster.checkpoint.CompletedCheckpoint;
import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.cluster.protocol.Failure;
import dev.millrace.cluster.protocol.JavaBytes;
import dev.millrace.cluster.schedule.Deployment;
import dev.millrace.core.function.JobInfo;
import dev.millrace.core.plan.Vertex;
import dev.millrace.runtime.TaskId;
import dev.millrace.state.snapshot.Redistribution;
import java.io.IOException;
import java.util.List;

/** Sends tasks to their task managers, each with its channels and with what it goes on from. */
final class Deployer {

    private final Job job;

    Deployer(Job job) {
        this.job = job;
    }

    /** @throws IllegalStateException when the checkpoint does not fit the job; says how and what to do */
    void requireFit(CompletedCheckpoint checkpoint) {
        redistribution(checkpoint);
    }

    private Redistribution redistribution(CompletedCheckpoint checkpoint) {
        return new Redistribution(
                checkpoint.manifest(),
                checkpoint.path(),
                job.graph().vertices(),
                job.graph().settings().checkpoints().allowNonRestoredState());
    }

    /** Starts the next attempts of tasks whose earlier ones have gone, from the newest complete checkpoint. */
    void deploy(List<Execution> tasks) {
        CompletedCheckpoint from = job.checkpoints().newest();
        Redistribution dealt = from == null ? null : redistribution(from);
        try {
            job.sources()
                    .prepare(
                            tasks.stream()
                                    .filter(task -> task.id().attempt() >= 0)
                                    .toList(),
                            from);
            for (Execution task : tasks) {
                task.deploying(job.slotOf(task));
                byte[] deployment = JavaBytes.write(deployment(task, dealt));
                job.tellTask(task, new ControlMessage.DeployTask(task.id(), deployment));
            }
        } catch (IOException unserializable) {
            job.fail(Failure.of(unserializable), "its tasks cannot be sent");
        }
    }

    private Deployment deployment(Execution task, Redistribution dealt) {
        TaskId id = task.id();
        Vertex vertex = job.topology().vertex(id.vertex());
        return new Deployment(
                new JobInfo(job.id(), job.graph().name()),
                job.graph().settings(),
                vertex,
                job.topology().inputs(job.id(), task.key(), id.attempt()),
                job.topology().outputs(job.id(), task.key(), id.attempt()),
                job.graph().settings().checkpoints().enabled() ? job.place() : null,
                dealt == null ? null : dealt.restore(vertex, id.instance()));
    }
}
