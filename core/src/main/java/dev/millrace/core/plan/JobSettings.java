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
        boolean batch)
        implements Serializable {

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
