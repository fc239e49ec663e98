package dev.millrace.cluster.job;

import dev.millrace.cluster.checkpoint.CompletedCheckpoint;
import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.cluster.protocol.ControlMessage.JobStopped;
import dev.millrace.cluster.protocol.Failure;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.plan.JobStatus;

/**
 * A user's wish that the job stops after a last checkpoint: no checkpoint is under way any more, the sources end, all data
 * ends, the last checkpoint completes, the tasks finish.
 */
final class Stopping {

    /** How far the wish has come. */
    private enum Stage {
        /** There is none. */
        NONE,
        /** A checkpoint that was under way has to end first, so that no task finishes with it. */
        ASKED,
        /** The sources have been told to end. */
        ENDING,
        /** All data has ended and the last checkpoint is triggered. */
        LAST_CHECKPOINT
    }

    private final Job job;
    private Stage stage = Stage.NONE;
    private EndOfData mode;
    private String path;

    Stopping(Job job) {
        this.job = job;
    }

    void ask(boolean drain) {
        if (stage != Stage.NONE) {
            return;
        }
        String refusal = refusal();
        if (refusal != null) {
            tell(null, Failure.of(new IllegalStateException(refusal)));
            return;
        }
        stage = Stage.ASKED;
        mode = drain ? EndOfData.DRAIN : EndOfData.SUSPEND;
        job.checkpoints().hold();
        onTick();
    }

    private String refusal() {
        if (!job.graph().settings().checkpoints().enabled()) {
            return "job '" + job.graph().name() + "' takes no checkpoints, so it cannot stop with one;"
                    + " give it a checkpoint interval, or cancel it";
        }
        if (job.graph().settings().batch()) {
            return "job '" + job.graph().name()
                    + "' runs in batch and has results only at its end, so there is nothing to"
                    + " stop with; let it end, or cancel it";
        }
        JobStatus status = job.state().status();
        return status == JobStatus.RUNNING && !(job.state() instanceof WindingDown)
                ? null
                : "job '" + job.graph().name() + "' is " + status + " and cannot stop with a checkpoint now; try again"
                        + " when it is " + JobStatus.RUNNING;
    }

    void onTick() {
        if (stage == Stage.ASKED
                && !job.checkpoints().isPending()
                && job.tasks().survey().settled()) {
            stage = Stage.ENDING;
            job.tasks().all().stream()
                    .filter(task -> task.stage() == TaskStage.RUNNING)
                    .filter(task -> endsByOrder(task.key().vertex()))
                    .forEach(task -> job.tellTask(task, new ControlMessage.EndInput(task.id(), mode)));
        }
        if (stage == Stage.ENDING && job.tasks().survey().ended()) {
            stage = Stage.LAST_CHECKPOINT;
            job.checkpoints().triggerLast();
        }
    }

    /** Sources end by order; so do loops, which would go on until they are empty. */
    private boolean endsByOrder(int vertex) {
        return job.topology().vertex(vertex).source() != null || job.topology().headsLoop(vertex);
    }

    /** Whether there is a wish, so that nobody else triggers the last checkpoint. */
    boolean isAsked() {
        return stage != Stage.NONE;
    }

    void onCompleted(CompletedCheckpoint checkpoint, boolean last) {
        if (stage == Stage.LAST_CHECKPOINT && last) {
            path = checkpoint.path();
        }
    }

    /** The path of the checkpoint that the job stopped with, which has to stay; null when there is none. */
    String path() {
        return path;
    }

    /**
     * Something failed, and with it the wish.
     *
     * @return whether sources have been told to end: then all tasks have to start again, because their data went on
     */
    boolean onFailure(Failure failure) {
        if (stage == Stage.NONE) {
            return false;
        }
        boolean told = stage != Stage.ASKED;
        stage = Stage.NONE;
        path = null;
        job.checkpoints().unhold();
        tell(null, failure);
        return told;
    }

    void onEnd(JobStatus status) {
        if (stage == Stage.NONE) {
            return;
        }
        stage = Stage.NONE;
        if (path != null) {
            tell(path, null);
        } else {
            String how = "job '" + job.graph().name() + "' ended, " + status + ", before its last checkpoint";
            tell(null, Failure.of(new IllegalStateException(how)));
        }
    }

    private void tell(String lastCheckpoint, Failure failure) {
        job.tellClient(new JobStopped(job.id(), lastCheckpoint, failure));
    }
}
