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
 * The file that a bucket is writing.
 *
 * @param creationMillis when the file was begun, milliseconds since the epoch
 * @param inProgress names the file, and how much of it counts, for the file system that wrote it
 */
@ModelApi
public record FileWriterBucketState<BucketID>(
        BucketID bucketId, long creationMillis, RecoverableWriter.ResumeRecoverable inProgress) {

    /**
     * Layout, version 1, numbers with the big end first: creation time, 8 bytes; version, number of bytes, 4 bytes each,
     * and bytes of the bucket's name; version of the file system's part, 4 bytes, and that part.
     */
    record Serializer<BucketID>(
            SimpleVersionedSerializer<BucketID> buckets,
            SimpleVersionedSerializer<RecoverableWriter.ResumeRecoverable> files)
            implements SimpleVersionedSerializer<FileWriterBucketState<BucketID>> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(FileWriterBucketState<BucketID> state) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeLong(state.creationMillis);
            byte[] bucket = buckets.serialize(state.bucketId);
            out.writeInt(buckets.getVersion());
            out.writeInt(bucket.length);
            out.write(bucket);
            out.writeInt(files.getVersion());
            out.write(files.serialize(state.inProgress));
            return bytes.toByteArray();
        }

        @Override
        public FileWriterBucketState<BucketID> deserialize(int version, byte[] serialized) throws IOException {
            if (version != 1) {
                throw new IOException("A file in progress has version " + version + ", this program knows 1 only");
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
            long creationMillis = in.readLong();
            int bucketVersion = in.readInt();
            BucketID bucket = buckets.deserialize(bucketVersion, in.readNBytes(in.readInt()));
            int fileVersion = in.readInt();
            return new FileWriterBucketState<>(
                    bucket, creationMillis, files.deserialize(fileVersion, in.readAllBytes()));
        }
    }
}
