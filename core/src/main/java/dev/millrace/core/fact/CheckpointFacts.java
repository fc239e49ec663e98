package dev.millrace.core.fact;

import java.util.List;

/**
 * The checkpoints of a job.
 *
 * @param intervalMillis 0 when there are none
 * @param completed how many since the start of the job
 * @param failed how many since the start of the job
 * @param lastId the newest complete one; 0 when there is none
 * @param lastDurationMillis from its trigger until it was published
 * @param lastBytes how large its parts are
 * @param pending the one that is under way, or null
 */
public record CheckpointFacts(
        long intervalMillis,
        long completed,
        long failed,
        long lastId,
        long lastDurationMillis,
        long lastBytes,
        Pending pending) {

    /** No checkpoints. */
    public static final CheckpointFacts OFF = new CheckpointFacts(0, 0, 0, 0, 0, 0, null);

    /**
     * A checkpoint that is under way.
     *
     * @param forMillis since it was triggered
     * @param sources those whose enumerators have not written their state
     * @param tasks those that have not written their parts
     * @param publishing whether all parts are there and the manifest is being written
     */
    public record Pending(long id, long forMillis, List<String> sources, List<AwaitedTask> tasks, boolean publishing) {}

    /** A task that has not written its part. */
    public record AwaitedTask(int vertex, int instance) {}
}
