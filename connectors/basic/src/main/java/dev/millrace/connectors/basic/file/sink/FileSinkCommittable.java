package dev.millrace.connectors.basic.file.sink;

import dev.millrace.core.ModelApi;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.file.RecoverableWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A file that is to get its final name.
 *
 * @param pendingFile names the file for the file system that wrote it
 */
@ModelApi
public record FileSinkCommittable(RecoverableWriter.CommitRecoverable pendingFile) {

    /** Layout, version 1: the version of the file system's part, 4 bytes, big end first, and that part. */
    record Serializer(SimpleVersionedSerializer<RecoverableWriter.CommitRecoverable> files)
            implements SimpleVersionedSerializer<FileSinkCommittable> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(FileSinkCommittable committable) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(files.getVersion());
            out.write(files.serialize(committable.pendingFile));
            return bytes.toByteArray();
        }

        @Override
        public FileSinkCommittable deserialize(int version, byte[] serialized) throws IOException {
            if (version != 1) {
                throw new IOException("A pending file has version " + version + ", this program knows 1 only");
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
            int fileVersion = in.readInt();
            return new FileSinkCommittable(files.deserialize(fileVersion, in.readAllBytes()));
        }
    }
}
