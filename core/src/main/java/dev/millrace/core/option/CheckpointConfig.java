package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.Objects;

/** When checkpoints are taken and how they are treated. */
@ModelApi
public final class CheckpointConfig implements Serializable {

    private static final long INTERVAL_MILLIS_DEFAULT = 1_000;

    private long intervalMillis;
    private long timeoutMillis = 600_000;
    private long minPauseMillis;
    private int tolerableFailures;
    private CheckpointingMode mode = CheckpointingMode.EXACTLY_ONCE;
    private ExternalizedCheckpointCleanup cleanup = ExternalizedCheckpointCleanup.DELETE_ON_CANCELLATION;
    private String directory;

    /** Whether there are checkpoints: an interval or a directory was set. */
    public boolean isCheckpointingEnabled() {
        return intervalMillis > 0 || directory != null;
    }

    /** The time between two triggers, milliseconds; a second where only a directory was set, 0 without checkpoints. */
    public long getCheckpointInterval() {
        return intervalMillis > 0 || directory == null ? intervalMillis : INTERVAL_MILLIS_DEFAULT;
    }

    /** The time between two triggers, milliseconds, above 0. */
    public void setCheckpointInterval(long millis) {
        intervalMillis = positive(millis, "checkpoint interval");
    }

    public CheckpointingMode getCheckpointingMode() {
        return mode;
    }

    public void setCheckpointingMode(CheckpointingMode mode) {
        this.mode = Objects.requireNonNull(mode, "mode");
    }

    public long getCheckpointTimeout() {
        return timeoutMillis;
    }

    /** How long a checkpoint may take, milliseconds, above 0. */
    public void setCheckpointTimeout(long millis) {
        timeoutMillis = positive(millis, "checkpoint timeout");
    }

    public long getMinPauseBetweenCheckpoints() {
        return minPauseMillis;
    }

    /** The least time between the end of a checkpoint and the next trigger, milliseconds. */
    public void setMinPauseBetweenCheckpoints(long millis) {
        if (millis < 0) {
            throw new IllegalArgumentException("the pause between checkpoints cannot be negative: " + millis);
        }
        minPauseMillis = millis;
    }

    public int getTolerableCheckpointFailureNumber() {
        return tolerableFailures;
    }

    /** How many failed checkpoints in a row the job survives. */
    public void setTolerableCheckpointFailureNumber(int failures) {
        if (failures < 0) {
            throw new IllegalArgumentException("the number of tolerated failures cannot be negative: " + failures);
        }
        tolerableFailures = failures;
    }

    public ExternalizedCheckpointCleanup getExternalizedCheckpointCleanup() {
        return cleanup;
    }

    /** What becomes of the last checkpoint when the job is cancelled. */
    public void setExternalizedCheckpointCleanup(ExternalizedCheckpointCleanup cleanup) {
        this.cleanup = Objects.requireNonNull(cleanup, "cleanup");
    }

    /** The older form of {@link #setExternalizedCheckpointCleanup}. */
    public void enableExternalizedCheckpoints(ExternalizedCheckpointCleanup cleanup) {
        setExternalizedCheckpointCleanup(cleanup);
    }

    /** Where checkpoints are kept: a directory or a {@code file:} address. */
    public void setCheckpointStorage(String directory) {
        this.directory = Objects.requireNonNull(directory, "directory");
    }

    /** Where checkpoints are kept, or null. */
    public String getCheckpointDirectory() {
        return directory;
    }

    private static long positive(long millis, String what) {
        if (millis <= 0) {
            throw new IllegalArgumentException("the " + what + " must be above 0 ms, not " + millis);
        }
        return millis;
    }
}
