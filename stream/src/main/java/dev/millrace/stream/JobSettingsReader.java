package dev.millrace.stream;

import dev.millrace.core.function.DistributedCache.DistributedCacheEntry;
import dev.millrace.core.option.CheckpointConfig;
import dev.millrace.core.option.CheckpointingOptions;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.option.ExecutionConfig;
import dev.millrace.core.option.ExternalizedCheckpointRetention;
import dev.millrace.core.option.MetricOptions;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.core.option.StateBackendOptions;
import dev.millrace.core.plan.CheckpointSettings;
import dev.millrace.core.plan.JobSettings;
import dev.millrace.core.plan.RestartStrategy;
import dev.millrace.core.type.TypeOptions;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns what a program set into the settings of its job. */
record JobSettingsReader(
        ExecutionConfig config,
        CheckpointConfig checkpoints,
        Configuration configuration,
        SortedMap<String, DistributedCacheEntry> cachedFiles) {

    private static final RestartStrategy WITH_CHECKPOINTS =
            new RestartStrategy.ExponentialDelay(100, 60_000, 2.0, 0.1, 600_000, Integer.MAX_VALUE);

    /**
     * @param types how values are written
     * @param batch whether the job runs in batch
     */
    JobSettings read(TypeOptions types, boolean batch) {
        return new JobSettings(
                batch ? atEnd(checkpointSettings()) : checkpointSettings(),
                restart(config.getRestartStrategy()),
                config.isObjectReuseEnabled(),
                config.getAutoWatermarkInterval(),
                configuration.get(StateBackendOptions.STATE_BACKEND),
                types,
                Map.copyOf(config.getGlobalJobParameters().toMap()),
                new TreeMap<>(cachedFiles),
                batch,
                configuration.get(MetricOptions.PORT));
    }

    /** Batch begins at the beginning; one checkpoint at the end commits all results at once. */
    private static CheckpointSettings atEnd(CheckpointSettings settings) {
        if (settings.restore() != null) {
            throw new IllegalArgumentException("a batch job starts from the beginning, not from the checkpoint "
                    + settings.restore() + "; leave out " + CheckpointingOptions.RESTORE_PATH.key()
                    + ", or set execution.runtime-mode to STREAMING");
        }
        return new CheckpointSettings(
                CheckpointSettings.AT_END_MILLIS,
                settings.timeoutMillis(),
                settings.minPauseMillis(),
                settings.tolerableFailures(),
                settings.directory(),
                settings.retainedOnCancel(),
                null,
                settings.allowNonRestoredState());
    }

    private CheckpointSettings checkpointSettings() {
        String restore = configuration.get(CheckpointingOptions.RESTORE_PATH);
        boolean keep = checkpoints.getExternalizedCheckpointRetention()
                == ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION;
        return new CheckpointSettings(
                checkpoints.isCheckpointingEnabled() ? checkpoints.getCheckpointInterval() : 0,
                checkpoints.getCheckpointTimeout(),
                checkpoints.getMinPauseBetweenCheckpoints(),
                checkpoints.getTolerableCheckpointFailureNumber(),
                localPath(checkpoints.getCheckpointDirectory()),
                keep,
                localPath(restore),
                configuration.get(CheckpointingOptions.RESTORE_IGNORE_UNCLAIMED_STATE));
    }

    private static String localPath(String address) {
        return address != null && address.startsWith("file:")
                ? java.net.URI.create(address).getPath()
                : address;
    }

    private RestartStrategy restart(RestartStrategies.RestartStrategyConfiguration strategy) {
        if (strategy instanceof RestartStrategies.FixedDelay fixed) {
            return new RestartStrategy.FixedDelay(fixed.attempts(), fixed.delayMillis());
        }
        if (strategy instanceof RestartStrategies.FailureRate rate) {
            return new RestartStrategy.FailureRate(rate.failuresMax(), rate.intervalMillis(), rate.delayMillis());
        }
        if (strategy instanceof RestartStrategies.ExponentialDelay growing) {
            return new RestartStrategy.ExponentialDelay(
                    growing.initialMillis(),
                    growing.maxMillis(),
                    growing.multiplier(),
                    growing.jitter(),
                    growing.resetMillis(),
                    growing.attempts());
        }
        boolean fallBack = strategy instanceof RestartStrategies.FallBack;
        return fallBack && checkpoints.isCheckpointingEnabled() ? WITH_CHECKPOINTS : new RestartStrategy.None();
    }
}
