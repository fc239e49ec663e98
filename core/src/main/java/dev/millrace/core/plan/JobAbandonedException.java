package dev.millrace.core.plan;

/** A job has ended without a result: it was cancelled, or suspended because its cluster went away. */
public final class JobAbandonedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final JobStatus status;

    public JobAbandonedException(String jobName, String jobId, JobStatus status) {
        super("job '" + jobName + "' (" + jobId + ") ended without a result: it is " + status);
        this.status = status;
    }

    /** {@link JobStatus#CANCELED} or {@link JobStatus#SUSPENDED}. */
    public JobStatus status() {
        return status;
    }
}
