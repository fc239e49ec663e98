package dev.millrace.core.job;

import dev.millrace.core.ModelApi;
import dev.millrace.core.diagnosis.Diagnosis;
import dev.millrace.core.diagnosis.VertexReport;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.core.plan.JobStatus;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A running job in the hands of the program that submitted it. */
@ModelApi
public final class JobClient {

    private final JobHandle job;

    public JobClient(JobHandle job) {
        this.job = job;
    }

    /** 32 hexadecimal digits. */
    public String getJobID() {
        return job.id();
    }

    public CompletableFuture<JobStatus> getJobStatus() {
        return CompletableFuture.completedFuture(job.status());
    }

    /** Stops the job without a last checkpoint; completes when its tasks have gone. */
    public CompletableFuture<Void> cancel() {
        return job.cancel();
    }

    /**
     * Stops the job with a savepoint; completes with its path.
     *
     * @param advanceToEndOfEventTime whether windows and timers fire first
     */
    public CompletableFuture<String> stopWithSavepoint(boolean advanceToEndOfEventTime) {
        return job.stop(advanceToEndOfEventTime);
    }

    /** The accumulators' values as far as they are known now; fails when one cannot be merged. */
    public CompletableFuture<Map<String, Object>> getAccumulators() {
        return CompletableFuture.completedFuture(job.accumulators()).thenApply(JobExecutionResult::values);
    }

    /**
     * What operators count, as far as it is known now, by {@code operator.counter} and added up over all tasks. Tasks tell it
     * when they end, and those with accumulators each second.
     */
    public Map<String, Long> getOperatorCounts() {
        return job.counts();
    }

    /**
     * How the vertices of the job do, in the order of its graph. Asking costs each task a message.
     *
     * @return completes when all tasks have answered or a second has passed; exceptionally when the job has ended
     */
    public CompletableFuture<List<VertexReport>> vertices() {
        return job.facts(false).thenApply(VertexReport::of);
    }

    /**
     * Finds out why nothing comes out of the job: operator by operator what came, went and was dropped; who holds event time
     * back, what waits for it, who waits for whom; each with what to do about it. {@link Diagnosis#toString} writes it as a
     * page of text.
     *
     * @return completes when all tasks have answered or a second has passed; exceptionally when the job has ended
     */
    public CompletableFuture<Diagnosis> why() {
        return job.why();
    }

    /** Completes when the job has ended; exceptionally with the root cause when it did not end well. */
    public CompletableFuture<JobExecutionResult> getJobExecutionResult() {
        return job.end()
                .thenApply(
                        end -> new JobExecutionResult(job.id(), end.runtimeMillis(), end.accumulators(), end.counts()));
    }
}
