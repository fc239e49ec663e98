package dev.millrace.testkit.world;

import java.util.Locale;

/** Something that may befall a world, counted so that one can see that it does. */
public enum Incident {
    CRASH_DURING_DEPLOYMENT,
    CRASH_DURING_RESTORE,
    CRASH_DURING_ALIGNMENT,
    CRASH_DURING_SNAPSHOT_WRITE,
    CRASH_BEFORE_PUBLICATION,
    CRASH_AFTER_PUBLICATION,
    CRASH_DURING_COMMIT,
    TASK_MANAGER_CRASH,
    /** The job manager dies, and the whole cluster with it, though nobody had planned to leave. */
    JOB_MANAGER_CRASH,
    MESSAGE_LOST,
    MESSAGE_REPEATED,
    /** A message came after one of the same way that had been sent later. */
    MESSAGE_OVERTAKEN,
    PARTITION_OF_ONE_WAY,
    PARTITION_OF_BOTH_WAYS,
    /** A way that was cut and mended several times. */
    FLAPPING_PARTITION,
    SLOW_DISK,
    FAILED_DISK_CALL,
    /** A write that was refused for lack of space. */
    FULL_DISK,
    /** A file of which a crash has left a part. */
    TORN_FILE,
    CLOCK_JUMP,
    USER_FAILURE,
    USER_PAUSE,
    CANCELLED,
    STOPPED,
    /** A life at another parallelism than the one before. */
    OTHER_PARALLELISM,
    /** Keyed state refused at another max parallelism. */
    OTHER_MAX_PARALLELISM_REFUSED,
    /** A job without keyed state that went on at another max parallelism. */
    OTHER_MAX_PARALLELISM_TAKEN,
    /** Keyed state written twice, at the barrier and in the background, and compared. */
    SNAPSHOT_COMPARED;

    /** Whether it is a crash at a moment that matters to checkpoints. */
    public boolean isCrashInPhase() {
        return name().startsWith("CRASH_");
    }

    /** The name in words. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
