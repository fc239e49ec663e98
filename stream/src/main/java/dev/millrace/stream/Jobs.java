package dev.millrace.stream;

import dev.millrace.core.job.JobClient;
import dev.millrace.core.job.JobExecutionException;
import dev.millrace.core.job.JobExecutionResult;
import dev.millrace.core.job.JobListener;
import dev.millrace.core.option.PipelineOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Starts the jobs of a program, waits for them and tells listeners. */
final class Jobs {
    private final Program program;
    private final List<JobListener> listeners = new ArrayList<>();

    Jobs(Program program) {
        this.program = program;
    }

    List<JobListener> listeners() {
        return listeners;
    }

    /** The name of jobs that are given none. */
    String name() {
        String configured = program.configuration().get(PipelineOptions.NAME);
        return configured == null ? StreamExecutionEnvironment.DEFAULT_JOB_NAME : configured;
    }

    JobClient start(String name) {
        JobClient job;
        try {
            job = new JobClient(program.submit(name));
        } catch (RuntimeException refused) {
            listeners.forEach(listener -> listener.onJobSubmitted(null, refused));
            throw refused;
        }
        listeners.forEach(listener -> listener.onJobSubmitted(job, null));
        return job;
    }

    JobExecutionResult await(JobClient job) throws Exception {
        try {
            JobExecutionResult result = job.getJobExecutionResult().get();
            listeners.forEach(listener -> listener.onJobExecuted(result, null));
            return result;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            listeners.forEach(listener -> listener.onJobExecuted(null, cause));
            String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
            throw new JobExecutionException(job.getJobID(), message, cause);
        }
    }
}
