package dev.millrace.connectors.basic.split;

import dev.millrace.core.connector.SimpleVersionedSerializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes lists of splits. Layout, version 1, numbers with the big end first: the version of the splits and their number,
 * 4 bytes each, then for each split the number of its bytes, 4 bytes, and its bytes.
 */
public final class SplitListSerializer<SplitT> implements SimpleVersionedSerializer<List<SplitT>> {

    private final SimpleVersionedSerializer<SplitT> splits;

    public SplitListSerializer(SimpleVersionedSerializer<SplitT> splits) {
        this.splits = splits;
    }

    @Override
    public int getVersion() {
        return 1;
    }

    @Override
    public byte[] serialize(List<SplitT> list) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(splits.getVersion());
        out.writeInt(list.size());
        for (SplitT split : list) {
            byte[] serialized = splits.serialize(split);
            out.writeInt(serialized.length);
            out.write(serialized);
        }
        return bytes.toByteArray();
    }

    @Override
    public List<SplitT> deserialize(int version, byte[] serialized) throws IOException {
        if (version != 1) {
            throw new IOException("A list of splits has version " + version + ", this program knows 1 only");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
        int splitVersion = in.readInt();
        List<SplitT> list = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            list.add(splits.deserialize(splitVersion, in.readNBytes(in.readInt())));
        }
        return list;
    }
}
