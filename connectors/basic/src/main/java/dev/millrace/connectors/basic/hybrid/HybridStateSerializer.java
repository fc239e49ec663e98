package dev.millrace.connectors.basic.hybrid;

import dev.millrace.core.connector.SimpleVersionedSerializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the state of enumerators. Layout, version 1, numbers of 4 bytes with the big end first: the index of the source; the
 * number of sources made, and for each its index, the number of its bytes and the bytes; the version and the number of bytes
 * of the enumerator's state, and the bytes; the number of readers with returned splits, and for each its number, the number
 * of its splits, and the splits as {@link HybridSplitSerializer} writes them.
 */
final class HybridStateSerializer implements SimpleVersionedSerializer<HybridSourceEnumeratorState> {

    @Override
    public int getVersion() {
        return 1;
    }

    @Override
    public byte[] serialize(HybridSourceEnumeratorState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(state.currentSourceIndex());
        out.writeInt(state.made().size());
        for (Map.Entry<Integer, byte[]> source : new TreeMap<>(state.made()).entrySet()) {
            out.writeInt(source.getKey());
            out.writeInt(source.getValue().length);
            out.write(source.getValue());
        }
        out.writeInt(state.version());
        out.writeInt(state.enumerator().length);
        out.write(state.enumerator());
        out.writeInt(state.returned().size());
        for (Map.Entry<Integer, List<HybridSourceSplit>> ofReader : new TreeMap<>(state.returned()).entrySet()) {
            out.writeInt(ofReader.getKey());
            out.writeInt(ofReader.getValue().size());
            for (HybridSourceSplit split : ofReader.getValue()) {
                HybridSplitSerializer.write(split, out);
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public HybridSourceEnumeratorState deserialize(int version, byte[] serialized) throws IOException {
        if (version != 1) {
            throw new IOException("The enumerator of a hybrid source has state of version " + version
                    + ", this program knows 1 only");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
        int current = in.readInt();
        Map<Integer, byte[]> made = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            int index = in.readInt();
            made.put(index, in.readNBytes(in.readInt()));
        }
        int enumeratorVersion = in.readInt();
        byte[] enumerator = in.readNBytes(in.readInt());
        Map<Integer, List<HybridSourceSplit>> returned = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            int reader = in.readInt();
            List<HybridSourceSplit> splits = new ArrayList<>();
            for (int splitsLeft = in.readInt(); splitsLeft > 0; splitsLeft--) {
                splits.add(HybridSplitSerializer.read(in));
            }
            returned.put(reader, splits);
        }
        return new HybridSourceEnumeratorState(current, made, enumeratorVersion, enumerator, returned);
    }
}
