package dev.millrace.core.job;

import dev.millrace.core.ModelApi;

/** Hears of the jobs of an environment. */
@ModelApi
public interface JobListener {

    /**
     * A job was submitted, or could not be.
     *
     * @param job null when it could not be
     * @param failure null when it was
     */
    void onJobSubmitted(JobClient job, Throwable failure);

    /**
     * A job that the program waited for has ended.
     *
     * @param result null when it did not end well
     * @param failure null when it did
     */
    void onJobExecuted(JobExecutionResult result, Throwable failure);
}
