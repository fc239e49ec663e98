package dev.millrace.cluster.job;

import dev.millrace.cluster.checkpoint.CheckpointedJob;
import dev.millrace.cluster.checkpoint.CompletedCheckpoint;
import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.cluster.protocol.Failure;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.plan.Vertex;
import dev.millrace.runtime.TaskId;
import dev.millrace.state.snapshot.CheckpointManifest;
import dev.millrace.state.snapshot.InstanceSnapshot;
import dev.millrace.state.snapshot.TaskSnapshot;
import dev.millrace.state.snapshot.VertexSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The job as its checkpoints see it. */
final class JobCheckpoints implements CheckpointedJob {

    /** So often the restart strategy has its say while no checkpoint completes. */
    static final int RESTARTS_WITHOUT_CHECKPOINT_MAX = 10;

    private final Job job;
    private int restartsWithoutCheckpoint;

    JobCheckpoints(Job job) {
        this.job = job;
    }

    @Override
    public Survey survey() {
        return job.tasks().survey();
    }

    @Override
    public List<String> sources() {
        return job.sources().ids();
    }

    @Override
    public void snapshotEnumerator(String source, long checkpoint) {
        job.sources().snapshot(source, checkpoint);
    }

    @Override
    public void releaseAssignments() {
        job.sources().release();
    }

    @Override
    public void takeSnapshot(TaskId head, long checkpoint, long triggeredMillis) {
        job.tellTask(
                job.tasks().alive(head),
                new ControlMessage.TakeSnapshot(
                        head, checkpoint, triggeredMillis, job.sources().said(head)));
    }

    @Override
    public CheckpointManifest manifest(
            long checkpoint, long triggeredMillis, Map<TaskId, TaskSnapshot> parts, Map<String, byte[]> enumerators) {
        List<VertexSnapshot> vertices = new ArrayList<>();
        for (int place = 0; place < job.graph().vertices().size(); place++) {
            Vertex vertex = job.topology().vertex(place);
            List<InstanceSnapshot> instances = new ArrayList<>();
            for (Execution task : job.tasks().ofVertex(place)) {
                TaskSnapshot part = parts.get(task.id());
                instances.add(part == null ? InstanceSnapshot.Finished.FINISHED : part);
            }
            vertices.add(new VertexSnapshot(
                    vertex.id(), vertex.name(), operators(vertex), vertex.maxParallelism(), instances));
        }
        return CheckpointManifest.of(checkpoint, triggeredMillis, job.graph().name(), vertices, enumerators);
    }

    private static List<VertexSnapshot.OperatorName> operators(Vertex vertex) {
        List<VertexSnapshot.OperatorName> operators = new ArrayList<>();
        if (vertex.source() != null) {
            operators.add(new VertexSnapshot.OperatorName(
                    vertex.source().id(), vertex.source().name()));
        }
        for (OperatorNode operator : vertex.chain()) {
            operators.add(new VertexSnapshot.OperatorName(operator.id(), operator.name()));
        }
        return operators;
    }

    @Override
    public void onCompleted(CompletedCheckpoint checkpoint, boolean last) {
        restartsWithoutCheckpoint = 0;
        job.stopping().onCompleted(checkpoint, last);
        job.sources().completed(checkpoint.id());
        tellRunning(id -> new ControlMessage.CheckpointComplete(id, checkpoint.id()));
    }

    @Override
    public void onAborted(long checkpoint) {
        job.sources().aborted(checkpoint);
        tellRunning(id -> new ControlMessage.CheckpointAborted(id, checkpoint));
    }

    private void tellRunning(java.util.function.Function<TaskId, ControlMessage> message) {
        for (Execution task : job.tasks().all()) {
            if (task.stage() == TaskStage.RUNNING) {
                job.tellTask(task, message.apply(task.id()));
            }
        }
    }

    /**
     * A restart may help against a fault that came and goes: the restart strategy decides, as on other failures. When some
     * restarts in a row have not brought one complete checkpoint, none will, and the job fails with what was wrong.
     */
    @Override
    public void onTooManyFailures(Failure last) {
        if (restartsWithoutCheckpoint < RESTARTS_WITHOUT_CHECKPOINT_MAX) {
            restartsWithoutCheckpoint++;
            job.state().onBreakdown(Breakdown.of(List.copyOf(job.tasks().all()), last));
        } else {
            job.fail(last, "its checkpoints fail");
        }
    }
}
