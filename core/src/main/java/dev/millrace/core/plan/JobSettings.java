package dev.millrace.core.plan;

import dev.millrace.core.function.DistributedCache.DistributedCacheEntry;
import dev.millrace.core.type.TypeOptions;
import java.io.Serializable;
import java.util.Map;
import java.util.SortedMap;

/**
 * What holds for a whole job.
 *
 * @param objectReuse values are passed on as they are; the user promised not to change what was emitted
 * @param autoWatermarkIntervalMillis how often periodic watermark generators are asked
 * @param stateBackend the name of the store of keyed state
 * @param globalParameters what {@code RuntimeContext.getGlobalJobParameters} shows
 * @param cachedFiles the files of {@code RuntimeContext.getDistributedCache}, by name
 * @param batch whether all inputs end and only final results count: event time stands still until the data ends, and
 *     operators may {@linkplain Gathering gather} their records
 * @param metricsPort where the process of the job shows its metrics: 0 for any free port, {@link #NO_METRICS} for nowhere
 */
public record JobSettings(
        CheckpointSettings checkpoints,
        RestartStrategy restart,
        boolean objectReuse,
        long autoWatermarkIntervalMillis,
        String stateBackend,
        TypeOptions types,
        Map<String, String> globalParameters,
        SortedMap<String, DistributedCacheEntry> cachedFiles,
        boolean batch,
        int metricsPort)
        implements Serializable {

    /** The {@link #metricsPort} of a job whose metrics are not shown. */
    public static final int NO_METRICS = -1;

    /** The settings of a job whose metrics are not shown. */
    public JobSettings(
            CheckpointSettings checkpoints,
            RestartStrategy restart,
            boolean objectReuse,
            long autoWatermarkIntervalMillis,
            String stateBackend,
            TypeOptions types,
            Map<String, String> globalParameters,
            SortedMap<String, DistributedCacheEntry> cachedFiles,
            boolean batch) {
        this(
                checkpoints,
                restart,
                objectReuse,
                autoWatermarkIntervalMillis,
                stateBackend,
                types,
                globalParameters,
                cachedFiles,
                batch,
                NO_METRICS);
    }

    /** The settings of a stream. */
    public JobSettings(
            CheckpointSettings checkpoints,
            RestartStrategy restart,
            boolean objectReuse,
            long autoWatermarkIntervalMillis,
            String stateBackend,
            TypeOptions types,
            Map<String, String> globalParameters,
            SortedMap<String, DistributedCacheEntry> cachedFiles) {
        this(
                checkpoints,
                restart,
                objectReuse,
                autoWatermarkIntervalMillis,
                stateBackend,
                types,
                globalParameters,
                cachedFiles,
                false);
    }
}
