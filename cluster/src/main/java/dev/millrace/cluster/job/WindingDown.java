package dev.millrace.cluster.job;

import dev.millrace.cluster.protocol.Failure;
import dev.millrace.core.plan.JobStatus;

/**
 * The job's outcome is settled: what still runs is cancelled, enumerators are closed, checkpoints that nobody needs are
 * deleted; then the job has ended.
 */
final class WindingDown implements JobState {

    /** How a job ends. */
    enum Outcome {
        FINISH(JobStatus.RUNNING, JobStatus.FINISHED),
        FAIL(JobStatus.FAILING, JobStatus.FAILED),
        CANCEL(JobStatus.CANCELLING, JobStatus.CANCELED),
        SUSPEND(JobStatus.SUSPENDED, JobStatus.SUSPENDED);

        private final JobStatus meanwhile;
        private final JobStatus end;

        Outcome(JobStatus meanwhile, JobStatus end) {
            this.meanwhile = meanwhile;
            this.end = end;
        }
    }

    private final Job job;
    private final Outcome outcome;
    private final Failure failure;
    private final String remark;
    private boolean cleaning;

    private WindingDown(Job job, Outcome outcome, Failure failure, String remark) {
        this.job = job;
        this.outcome = outcome;
        this.failure = failure;
        this.remark = remark;
    }

    static WindingDown finishing(Job job) {
        return new WindingDown(job, Outcome.FINISH, null, null);
    }

    /** @param remark why the job is not started again */
    static WindingDown failing(Job job, Failure failure, String remark) {
        return new WindingDown(job, Outcome.FAIL, failure, remark);
    }

    static WindingDown abandoning(Job job, Outcome outcome) {
        return new WindingDown(job, outcome, null, null);
    }

    @Override
    public JobStatus status() {
        return outcome.meanwhile;
    }

    @Override
    public void enter() {
        job.tasks().all().forEach(job::cancelTask);
        job.sources().close();
        if (job.checkpoints() != null) {
            job.checkpoints().abort();
        }
        onTick(job.environment().node().nowMillis());
    }

    @Override
    public void onTick(long nowMillis) {
        boolean publishing = job.checkpoints() != null && job.checkpoints().isPublishing();
        if (!cleaning && !publishing && job.tasks().noneAlive()) {
            cleaning = true;
            job.cleanUp(outcome.end, tally -> end(tally));
        }
    }

    private void end(byte[] tally) {
        job.become(new Ended(job, outcome.end, tally, failure, remark));
    }

    @Override
    public void onTaskEnded(Execution task) {
        onTick(job.environment().node().nowMillis());
    }

    /** The outcome is settled; what fails now only ends sooner. */
    @Override
    public void onBreakdown(Breakdown breakdown) {
        onTick(job.environment().node().nowMillis());
    }

    @Override
    public void onAbandon(Outcome another) {
        // the job is ending already, and how it ends is settled
    }
}
