package dev.millrace.cluster.job;

import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.cluster.protocol.Failure;
import dev.millrace.core.plan.JobStatus;

/** Nothing of the job runs any more, and whoever submitted it has been told. */
final class Ended implements JobState {

    private final Job job;
    private final JobStatus status;
    private final byte[] tally;
    private final Failure failure;
    private final String remark;

    Ended(Job job, JobStatus status, byte[] tally, Failure failure, String remark) {
        this.job = job;
        this.status = status;
        this.tally = tally;
        this.failure = failure;
        this.remark = remark;
    }

    @Override
    public JobStatus status() {
        return status;
    }

    @Override
    public void enter() {
        job.environment().slots().release(job.id());
        job.stopping().onEnd(status);
        job.tellClient(new ControlMessage.JobEnded(
                job.id(), status, job.runtimeMillis(), tally, JobDrawing.checkpoints(job), failure, remark));
    }

    @Override
    public void onTick(long nowMillis) {
        // nothing is left to do
    }

    @Override
    public void onTaskEnded(Execution task) {
        throw new IllegalStateException("task " + task.id() + " outlived its job");
    }

    @Override
    public void onBreakdown(Breakdown breakdown) {
        // an enumerator that failed while it was being closed harms nobody
    }

    @Override
    public void onAbandon(WindingDown.Outcome outcome) {
        // it has ended
    }
}
