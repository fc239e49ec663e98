package dev.millrace.connectors.basic.file.source;

import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.file.Path;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Layout of a split, version 1: id and path as modified UTF-8; offset, length and size of the file as 8 bytes each, big
 * end first; one byte that says whether a position follows; its offset and its records, 8 bytes each.
 */
final class FileSourceSplitSerializer implements SimpleVersionedSerializer<FileSourceSplit> {

    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(FileSourceSplit split) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(split, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Override
    public FileSourceSplit deserialize(int version, byte[] serialized) throws IOException {
        requireKnown(version);
        return read(new DataInputStream(new ByteArrayInputStream(serialized)));
    }

    static void requireKnown(int version) throws IOException {
        if (version != VERSION) {
            throw new IOException("State of a file source has version " + version + ", this program knows 1 only");
        }
    }

    static void write(FileSourceSplit split, DataOutputStream out) throws IOException {
        out.writeUTF(split.splitId());
        out.writeUTF(split.path().toString());
        out.writeLong(split.offset());
        out.writeLong(split.length());
        out.writeLong(split.fileSize());
        CheckpointedPosition position = split.readerPosition();
        out.writeBoolean(position != null);
        if (position != null) {
            out.writeLong(position.offset());
            out.writeLong(position.recordsAfterOffset());
        }
    }

    static FileSourceSplit read(DataInputStream in) throws IOException {
        String id = in.readUTF();
        Path path = new Path(in.readUTF());
        long offset = in.readLong();
        long length = in.readLong();
        long fileSize = in.readLong();
        CheckpointedPosition position =
                in.readBoolean() ? new CheckpointedPosition(in.readLong(), in.readLong()) : null;
        return new FileSourceSplit(id, path, offset, length, fileSize, position);
    }
}
