package dev.millrace.core.file;

import dev.millrace.core.connector.SimpleVersionedSerializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A file in progress of a {@link RenamingWriter}.
 *
 * @param target its name once it is committed
 * @param temporary its name until then
 * @param length the bytes that count
 */
record HiddenFile(String target, String temporary, long length) implements RecoverableWriter.ResumeRecoverable {

    static HiddenFile of(RecoverableWriter.CommitRecoverable recoverable) {
        if (recoverable instanceof HiddenFile file) {
            return file;
        }
        throw new IllegalArgumentException(
                "A writer that renames files cannot go on with " + recoverable + ", which another file system wrote");
    }

    /** Layout, version 1: target and temporary as modified UTF-8, length as 8 bytes, big end first. */
    static final class Serializer<T extends RecoverableWriter.CommitRecoverable>
            implements SimpleVersionedSerializer<T> {

        private final Class<T> type;

        Serializer(Class<T> type) {
            this.type = type;
        }

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(T value) throws IOException {
            HiddenFile file = of(value);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeUTF(file.target);
            out.writeUTF(file.temporary);
            out.writeLong(file.length);
            return bytes.toByteArray();
        }

        @Override
        public T deserialize(int version, byte[] serialized) throws IOException {
            if (version != 1) {
                throw new IOException(
                        "State of a file in progress has version " + version + ", this program knows 1 only");
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
            return type.cast(new HiddenFile(in.readUTF(), in.readUTF(), in.readLong()));
        }
    }
}
