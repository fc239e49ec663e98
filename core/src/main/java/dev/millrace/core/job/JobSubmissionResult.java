package dev.millrace.core.job;

import dev.millrace.core.ModelApi;

/** Says which job was submitted. */
@ModelApi
public class JobSubmissionResult {

    private final String jobId;

    public JobSubmissionResult(String jobId) {
        this.jobId = jobId;
    }

    /** 32 hexadecimal digits. */
    public String getJobID() {
        return jobId;
    }
}
