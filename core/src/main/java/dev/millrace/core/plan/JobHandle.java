package dev.millrace.core.plan;

import dev.millrace.core.accumulator.Accumulator;
import dev.millrace.core.diagnosis.Diagnosis;
import dev.millrace.core.fact.CheckpointFacts;
import dev.millrace.core.fact.JobFacts;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A running job, seen from outside. Safe for use by any thread. */
public interface JobHandle {

    /** The job's id, 32 hexadecimal digits. */
    String id();

    JobStatus status();

    /** Completes when the job has ended; exceptionally with the root cause when it failed or was cancelled. */
    CompletableFuture<JobEnd> end();

    /** Stops the job without a last checkpoint. Completes when its tasks have gone. */
    CompletableFuture<Void> cancel();

    /**
     * Stops the job after a last checkpoint.
     *
     * @param drain whether windows and timers fire first and results are final
     * @return the path of the checkpoint
     */
    CompletableFuture<String> stop(boolean drain);

    /** The accumulators as far as they are known now, merged over all tasks. */
    Map<String, Accumulator<?, ?>> accumulators();

    /** What operators count, as far as it is known now, by {@code operator.counter} and added up over all tasks. */
    Map<String, Long> counts();

    /**
     * Asks all tasks how they do.
     *
     * @param metrics whether the metrics of operators are wanted too
     * @return completes when all tasks have answered or a second has passed; exceptionally when the job has ended
     */
    CompletableFuture<JobFacts> facts(boolean metrics);

    /**
     * Finds out why nothing comes out of the job.
     *
     * @return completes like {@link #facts}
     */
    CompletableFuture<Diagnosis> why();

    /** Sends what operators {@linkplain dev.millrace.core.operator.OperatorContext#report report} on a channel here. */
    void onReport(String channel, Consumer<Report> receiver);

    /**
     * Tells the operator instance that sent a report how far its reports have been taken, so that it can wait for a slow
     * receiver. Does nothing when that attempt of it is gone.
     *
     * @param position what the operator and the receiver understand by it
     */
    void taken(Report report, long position);

    /**
     * Bytes that an operator instance reported.
     *
     * @param vertex the number of the vertex that the operator is in
     */
    record Report(String channel, int vertex, int instance, int attempt, byte[] bytes) {}

    /**
     * How a job ended well.
     *
     * @param counts what its operators counted, by {@code operator.counter} and added up over all tasks
     * @param checkpoints how many it has taken, and the last of them
     */
    record JobEnd(
            long runtimeMillis,
            Map<String, Accumulator<?, ?>> accumulators,
            Map<String, Long> counts,
            CheckpointFacts checkpoints) {}
}
