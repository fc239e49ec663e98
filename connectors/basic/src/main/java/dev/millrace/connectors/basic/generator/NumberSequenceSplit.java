package dev.millrace.connectors.basic.generator;

import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.SourceSplit;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Numbers that one reader emits.
 *
 * @param next the first number that has not been emitted
 * @param last the last number, itself included; nothing is left when it is below {@code next}
 */
public record NumberSequenceSplit(String splitId, long next, long last) implements SourceSplit, Serializable {

    /** How many numbers are left. */
    long left() {
        return next > last ? 0 : (long) ((double) last - next + 1);
    }

    /** Layout, version 1: next and last as 8 bytes each, big end first, and the id as UTF-8. */
    static final class Serializer implements SimpleVersionedSerializer<NumberSequenceSplit> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(NumberSequenceSplit split) {
            byte[] id = split.splitId.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(2 * Long.BYTES + id.length)
                    .putLong(split.next)
                    .putLong(split.last)
                    .put(id)
                    .array();
        }

        @Override
        public NumberSequenceSplit deserialize(int version, byte[] serialized) throws IOException {
            if (version != 1) {
                throw new IOException("A split of numbers has version " + version + ", this program knows 1 only");
            }
            ByteBuffer bytes = ByteBuffer.wrap(serialized);
            long next = bytes.getLong();
            long last = bytes.getLong();
            String id = StandardCharsets.UTF_8.decode(bytes).toString();
            return new NumberSequenceSplit(id, next, last);
        }
    }
}
