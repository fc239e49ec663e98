package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.time.Duration;

/** Options of checkpoints. */
@ModelApi
public final class CheckpointingOptions {

    /** The time between two triggers; none means no checkpoints, unless a directory is given. */
    public static final ConfigOption<Duration> CHECKPOINTING_INTERVAL =
            ConfigOptions.key("execution.checkpointing.interval").durationType().noDefaultValue();

    /** How long a checkpoint may take. */
    public static final ConfigOption<Duration> CHECKPOINTING_TIMEOUT =
            ConfigOptions.key("execution.checkpointing.timeout").durationType().defaultValue(Duration.ofMinutes(10));

    /** The least time between the end of a checkpoint and the next trigger. */
    public static final ConfigOption<Duration> MIN_PAUSE_BETWEEN_CHECKPOINTS = ConfigOptions.key(
                    "execution.checkpointing.min-pause")
            .durationType()
            .defaultValue(Duration.ZERO);

    /** How many failed checkpoints in a row the job survives. */
    public static final ConfigOption<Integer> TOLERABLE_FAILURE_NUMBER = ConfigOptions.key(
                    "execution.checkpointing.tolerable-failed-checkpoints")
            .intType()
            .defaultValue(0);

    /** Where checkpoints are kept. */
    public static final ConfigOption<String> CHECKPOINTS_DIRECTORY =
            ConfigOptions.key("execution.checkpointing.dir").stringType().noDefaultValue();

    /** What becomes of the last checkpoint when the job is cancelled. */
    public static final ConfigOption<ExternalizedCheckpointRetention> EXTERNALIZED_CHECKPOINT_RETENTION =
            ConfigOptions.key("execution.checkpointing.externalized-checkpoint-retention")
                    .enumType(ExternalizedCheckpointRetention.class)
                    .defaultValue(ExternalizedCheckpointRetention.DELETE_ON_CANCELLATION);

    /** The checkpoint to start from: a path or {@code latest}. */
    public static final ConfigOption<String> RESTORE_PATH =
            ConfigOptions.key("execution.state-recovery.path").stringType().noDefaultValue();

    /** Whether state of operators that the program no longer has may be left behind. */
    public static final ConfigOption<Boolean> RESTORE_IGNORE_UNCLAIMED_STATE = ConfigOptions.key(
                    "execution.state-recovery.ignore-unclaimed-state")
            .booleanType()
            .defaultValue(false);

    /** Whether barriers may overtake records; kept as a value only. */
    public static final ConfigOption<Boolean> ENABLE_UNALIGNED = ConfigOptions.key(
                    "execution.checkpointing.unaligned.enabled")
            .booleanType()
            .defaultValue(false);

    /** The time between two triggers while a source has a backlog; kept as a value only. */
    public static final ConfigOption<Duration> CHECKPOINTING_INTERVAL_DURING_BACKLOG = ConfigOptions.key(
                    "execution.checkpointing.interval-during-backlog")
            .durationType()
            .noDefaultValue();

    /** {@code filesystem} with a directory, or {@code jobmanager} for memory; a directory alone says as much. */
    public static final ConfigOption<String> CHECKPOINT_STORAGE =
            ConfigOptions.key("execution.checkpointing.storage").stringType().noDefaultValue();

    /** Whether a snapshot holds only what has changed; kept as a value only: snapshots are whole. */
    public static final ConfigOption<Boolean> INCREMENTAL_CHECKPOINTS = ConfigOptions.key(
                    "execution.checkpointing.incremental")
            .booleanType()
            .defaultValue(false);

    /** Where savepoints are kept that are given no place. */
    public static final ConfigOption<String> SAVEPOINT_DIRECTORY = ConfigOptions.key(
                    "execution.checkpointing.savepoint-dir")
            .stringType()
            .noDefaultValue();

    /** What a checkpoint promises. */
    public static final ConfigOption<CheckpointingMode> CHECKPOINTING_CONSISTENCY_MODE = ConfigOptions.key(
                    "execution.checkpointing.mode")
            .enumType(CheckpointingMode.class)
            .defaultValue(CheckpointingMode.EXACTLY_ONCE);

    /** How many checkpoints may be under way; one is at a time. */
    public static final ConfigOption<Integer> MAX_CONCURRENT_CHECKPOINTS = ConfigOptions.key(
                    "execution.checkpointing.max-concurrent-checkpoints")
            .intType()
            .defaultValue(1);

    /** How many completed checkpoints are kept; kept as a value only. */
    public static final ConfigOption<Integer> MAX_RETAINED_CHECKPOINTS =
            ConfigOptions.key("execution.checkpointing.num-retained").intType().defaultValue(1);

    private CheckpointingOptions() {}
}
