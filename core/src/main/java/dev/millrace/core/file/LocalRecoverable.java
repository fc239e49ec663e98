package dev.millrace.core.file;

import dev.millrace.core.connector.SimpleVersionedSerializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A local file in progress.
 *
 * @param target its name once it is committed
 * @param temporary its name until then
 * @param length the bytes that count
 */
record LocalRecoverable(String target, String temporary, long length) implements RecoverableWriter.ResumeRecoverable {

    static LocalRecoverable of(RecoverableWriter.CommitRecoverable recoverable) {
        if (recoverable instanceof LocalRecoverable local) {
            return local;
        }
        throw new IllegalArgumentException(
                "A local file system cannot go on with " + recoverable + ", which another file system wrote");
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
            LocalRecoverable local = of(value);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeUTF(local.target);
            out.writeUTF(local.temporary);
            out.writeLong(local.length);
            return bytes.toByteArray();
        }

        @Override
        public T deserialize(int version, byte[] serialized) throws IOException {
            if (version != 1) {
                throw new IOException("State of a local file has version " + version + ", this program knows 1 only");
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
            return type.cast(new LocalRecoverable(in.readUTF(), in.readUTF(), in.readLong()));
        }
    }
}
