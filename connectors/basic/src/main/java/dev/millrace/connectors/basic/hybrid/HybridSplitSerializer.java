package dev.millrace.connectors.basic.hybrid;

import dev.millrace.core.connector.SimpleVersionedSerializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Writes splits. Layout, version 1, numbers with the big end first: the index of the source, 4 bytes; the name in modified
 * UTF-8 with its length in 2 bytes; the version and the number of the split's own bytes, 4 bytes each; those bytes.
 */
final class HybridSplitSerializer implements SimpleVersionedSerializer<HybridSourceSplit> {

    @Override
    public int getVersion() {
        return 1;
    }

    @Override
    public byte[] serialize(HybridSourceSplit split) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(split, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Override
    public HybridSourceSplit deserialize(int version, byte[] serialized) throws IOException {
        if (version != 1) {
            throw new IOException("A split of a hybrid source has version " + version + ", this program knows 1 only");
        }
        return read(new DataInputStream(new ByteArrayInputStream(serialized)));
    }

    static void write(HybridSourceSplit split, DataOutputStream out) throws IOException {
        out.writeInt(split.sourceIndex());
        out.writeUTF(split.splitId());
        out.writeInt(split.version());
        out.writeInt(split.bytes().length);
        out.write(split.bytes());
    }

    static HybridSourceSplit read(DataInputStream in) throws IOException {
        int sourceIndex = in.readInt();
        String splitId = in.readUTF();
        int version = in.readInt();
        return new HybridSourceSplit(sourceIndex, splitId, version, in.readNBytes(in.readInt()));
    }
}
