package dev.millrace.core.plan;

/** A job has failed for good. The message names where and why; the cause is what was thrown there. */
public final class JobFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String jobId;
    private final String vertex;
    private final String operator;
    private final String record;

    /**
     * @param vertex the name of the vertex that failed, or null when the failure was not a task's
     * @param operator the name of the operator that failed, or null when it was in none
     * @param record the record that was being processed, shortened, or null when there was none
     */
    public JobFailedException(
            String jobId, String message, String vertex, String operator, String record, Throwable cause) {
        super(message, cause);
        this.jobId = jobId;
        this.vertex = vertex;
        this.operator = operator;
        this.record = record;
    }

    public String jobId() {
        return jobId;
    }

    /** The name of the vertex that failed; null when the failure was not a task's. */
    public String vertex() {
        return vertex;
    }

    /** The name of the operator that failed; null when it was in none. */
    public String operator() {
        return operator;
    }

    /** The record that was being processed, shortened; null when there was none. */
    public String record() {
        return record;
    }
}
