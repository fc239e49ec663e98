package dev.millrace.core.job;

import dev.millrace.core.ModelApi;

/** A job did not end well; the cause says why. */
@ModelApi
public class JobExecutionException extends Exception {

    private final String jobId;

    public JobExecutionException(String jobId, String message, Throwable cause) {
        super(message, cause);
        this.jobId = jobId;
    }

    public String getJobID() {
        return jobId;
    }
}
