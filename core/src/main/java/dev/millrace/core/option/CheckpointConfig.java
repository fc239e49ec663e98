package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/** When checkpoints are taken and how they are treated. */
@ModelApi
public class CheckpointConfig implements Serializable {

    private static final long INTERVAL_MILLIS_DEFAULT = 1_000;

    private long intervalMillis;
    private long timeoutMillis = 600_000;
    private long minPauseMillis;
    private int tolerableFailures;
    private CheckpointingMode mode = CheckpointingMode.EXACTLY_ONCE;
    private ExternalizedCheckpointRetention retention = ExternalizedCheckpointRetention.DELETE_ON_CANCELLATION;
    private String directory;
    private CheckpointStorage storage;
    private int concurrentMax = 1;
    private boolean unaligned;
    private Duration alignedTimeout = Duration.ZERO;
    private long backlogIntervalMillis;

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

    /** Takes no checkpoints, whatever was set before. */
    public void disableCheckpointing() {
        intervalMillis = 0;
        directory = null;
    }

    public CheckpointingMode getCheckpointingMode() {
        return mode;
    }

    public void setCheckpointingMode(CheckpointingMode mode) {
        this.mode = Objects.requireNonNull(mode, "mode");
    }

    public CheckpointingMode getCheckpointingConsistencyMode() {
        return mode;
    }

    /** See {@link #setCheckpointingMode}. */
    public void setCheckpointingConsistencyMode(CheckpointingMode mode) {
        setCheckpointingMode(mode);
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

    public ExternalizedCheckpointRetention getExternalizedCheckpointRetention() {
        return retention;
    }

    /** What becomes of the last checkpoint when the job is cancelled. */
    public void setExternalizedCheckpointRetention(ExternalizedCheckpointRetention retention) {
        this.retention = Objects.requireNonNull(retention, "retention");
    }

    public ExternalizedCheckpointCleanup getExternalizedCheckpointCleanup() {
        return ExternalizedCheckpointCleanup.valueOf(retention.name());
    }

    /** The older form of {@link #setExternalizedCheckpointRetention}. */
    public void setExternalizedCheckpointCleanup(ExternalizedCheckpointCleanup cleanup) {
        setExternalizedCheckpointRetention(ExternalizedCheckpointRetention.valueOf(cleanup.name()));
    }

    /** Whether the last checkpoint may outlive the job. */
    public boolean isExternalizedCheckpointsEnabled() {
        return retention != ExternalizedCheckpointRetention.NO_EXTERNALIZED_CHECKPOINTS;
    }

    /** The older form of {@link #setExternalizedCheckpointCleanup}. */
    public void enableExternalizedCheckpoints(ExternalizedCheckpointCleanup cleanup) {
        setExternalizedCheckpointCleanup(cleanup);
    }

    /** Where checkpoints are kept: a directory or a {@code file:} address. */
    public void setCheckpointStorage(String directory) {
        this.directory = Objects.requireNonNull(directory, "directory");
    }

    /** Where checkpoints are kept. */
    public void setCheckpointStorage(URI directory) {
        setCheckpointStorage(directory.toString());
    }

    /** Where checkpoints are kept: a directory, or memory. */
    public void setCheckpointStorage(CheckpointStorage storage) {
        this.storage = Objects.requireNonNull(storage, "storage");
        directory = storage.directory();
    }

    /** What was set with {@link #setCheckpointStorage(CheckpointStorage)}, or null. */
    public CheckpointStorage getCheckpointStorage() {
        return storage;
    }

    public int getMaxConcurrentCheckpoints() {
        return concurrentMax;
    }

    /** How many checkpoints may be under way; one is at a time, which every higher number allows too. */
    public void setMaxConcurrentCheckpoints(int concurrentMax) {
        if (concurrentMax < 1) {
            throw new IllegalArgumentException("one checkpoint at least must be allowed, not " + concurrentMax);
        }
        this.concurrentMax = concurrentMax;
    }

    /** The older form of {@link #setTolerableCheckpointFailureNumber}: none, or any number of failures. */
    public void setFailOnCheckpointingErrors(boolean fail) {
        tolerableFailures = fail ? 0 : Integer.MAX_VALUE;
    }

    public boolean isFailOnCheckpointingErrors() {
        return tolerableFailures == 0;
    }

    /** Kept as a value only: barriers never overtake records, and need not, because channels are short. */
    public void enableUnalignedCheckpoints(boolean enabled) {
        unaligned = enabled;
    }

    /** See {@link #enableUnalignedCheckpoints(boolean)}. */
    public void enableUnalignedCheckpoints() {
        enableUnalignedCheckpoints(true);
    }

    public boolean isUnalignedCheckpointsEnabled() {
        return unaligned;
    }

    /** Kept as a value only; see {@link #enableUnalignedCheckpoints(boolean)}. */
    public void setForceUnalignedCheckpoints(boolean forced) {
        unaligned |= forced;
    }

    /** Kept as a value only; see {@link #enableUnalignedCheckpoints(boolean)}. */
    public void setAlignedCheckpointTimeout(Duration timeout) {
        alignedTimeout = Objects.requireNonNull(timeout, "timeout");
    }

    public Duration getAlignedCheckpointTimeout() {
        return alignedTimeout;
    }

    /** Kept as a value only: the interval is the same while a source has a backlog. */
    public void setCheckpointIntervalDuringBacklog(long millis) {
        backlogIntervalMillis = millis;
    }

    public long getCheckpointIntervalDuringBacklog() {
        return backlogIntervalMillis;
    }

    /** Where checkpoints are kept, or null. */
    public String getCheckpointDirectory() {
        return directory;
    }

    /** What becomes of the last checkpoint when a job is cancelled; the older form of {@link ExternalizedCheckpointRetention}. */
    @ModelApi
    public enum ExternalizedCheckpointCleanup {
        DELETE_ON_CANCELLATION,
        RETAIN_ON_CANCELLATION,
        /** Checkpoints go when the job ends, however it ends. */
        NO_EXTERNALIZED_CHECKPOINTS
    }

    private static long positive(long millis, String what) {
        if (millis <= 0) {
            throw new IllegalArgumentException("the " + what + " must be above 0 ms, not " + millis);
        }
        return millis;
    }
}
