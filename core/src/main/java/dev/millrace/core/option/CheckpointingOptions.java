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
    public static final ConfigOption<ExternalizedCheckpointCleanup> EXTERNALIZED_CHECKPOINT_RETENTION =
            ConfigOptions.key("execution.checkpointing.externalized-checkpoint-retention")
                    .enumType(ExternalizedCheckpointCleanup.class)
                    .defaultValue(ExternalizedCheckpointCleanup.DELETE_ON_CANCELLATION);

    /** The checkpoint to start from: a path or {@code latest}. */
    public static final ConfigOption<String> RESTORE_PATH =
            ConfigOptions.key("execution.state-recovery.path").stringType().noDefaultValue();

    /** Whether state of operators that the program no longer has may be left behind. */
    public static final ConfigOption<Boolean> RESTORE_IGNORE_UNCLAIMED_STATE = ConfigOptions.key(
                    "execution.state-recovery.ignore-unclaimed-state")
            .booleanType()
            .defaultValue(false);

    private CheckpointingOptions() {}
}
