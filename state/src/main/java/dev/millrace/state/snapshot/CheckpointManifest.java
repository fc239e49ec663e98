package dev.millrace.state.snapshot;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a checkpoint consists of. Published last: where there is a manifest, everything it names is durable.
 *
 * @param id the checkpoint's number within its run, rising
 * @param timestampMillis when it was triggered, milliseconds since the epoch
 * @param enumerators what the split enumerators wrote, by the id of their source
 * @param properties remarks of the engine (its version, the kind of checkpoint), for people and tools
 */
public record CheckpointManifest(
        long id,
        long timestampMillis,
        String jobName,
        List<VertexSnapshot> vertices,
        SortedMap<String, byte[]> enumerators,
        SortedMap<String, String> properties)
        implements Serializable {

    public CheckpointManifest {
        vertices = List.copyOf(vertices);
        enumerators = new TreeMap<>(enumerators);
        properties = new TreeMap<>(properties);
    }

    /** A manifest without remarks. */
    public static CheckpointManifest of(
            long id,
            long timestampMillis,
            String jobName,
            List<VertexSnapshot> vertices,
            Map<String, byte[]> enumerators) {
        return new CheckpointManifest(
                id, timestampMillis, jobName, vertices, new TreeMap<>(enumerators), new TreeMap<>());
    }
}
