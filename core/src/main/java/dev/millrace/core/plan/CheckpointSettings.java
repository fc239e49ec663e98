package dev.millrace.core.plan;

import java.io.Serializable;

/**
 * When checkpoints are taken and where they go.
 *
 * @param intervalMillis the time between two triggers; 0 means no checkpoints, {@link #AT_END_MILLIS} one at the end
 * @param timeoutMillis a checkpoint that takes longer is aborted
 * @param minPauseMillis the least time between the end of one and the trigger of the next
 * @param tolerableFailures how many failed checkpoints in a row the job survives
 * @param directory where they are kept; null keeps them in the engine's own temporary place, which ends with the process
 * @param retainedOnCancel whether the last one stays when the job is cancelled; it stays when the job fails in any case
 * @param restore the checkpoint to start from: a path, {@code latest}, or null for a fresh start
 * @param allowNonRestoredState whether state of operators that the program no longer has may be left behind
 */
public record CheckpointSettings(
        long intervalMillis,
        long timeoutMillis,
        long minPauseMillis,
        int tolerableFailures,
        String directory,
        boolean retainedOnCancel,
        String restore,
        boolean allowNonRestoredState)
        implements Serializable {

    /** The interval of a job whose only checkpoint is the one that commits its last results. */
    public static final long AT_END_MILLIS = Long.MAX_VALUE / 4;

    /** The value of {@link #restore} that means the newest complete checkpoint of the job's name. */
    public static final String LATEST = "latest";

    /** No checkpoints. */
    public static final CheckpointSettings OFF = new CheckpointSettings(0, 600_000, 0, 0, null, false, null, false);

    /** Whether there are any, be it only at the end. */
    public boolean enabled() {
        return intervalMillis > 0;
    }

    /** Whether one at the end is all there is. */
    public boolean onlyAtEnd() {
        return intervalMillis == AT_END_MILLIS;
    }
}
