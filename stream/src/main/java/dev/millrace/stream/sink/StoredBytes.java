package dev.millrace.stream.sink;

import dev.millrace.core.connector.SimpleVersionedSerializer;
import java.io.IOException;
import java.io.Serializable;

/**
 * A writer's state or a committable in a snapshot.
 *
 * @param checkpointId the checkpoint that a committable belongs to
 * @param version the serializer's version
 */
record StoredBytes(long checkpointId, int version, byte[] bytes) implements Serializable {

    static <T> StoredBytes of(long checkpointId, T value, SimpleVersionedSerializer<T> serializer) throws IOException {
        return new StoredBytes(checkpointId, serializer.getVersion(), serializer.serialize(value));
    }

    <T> T value(SimpleVersionedSerializer<T> serializer) throws IOException {
        return serializer.deserialize(version, bytes);
    }
}
