package dev.millrace.connectors.basic.file.source;

import dev.millrace.core.connector.SimpleVersionedSerializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a file enumerator keeps in a checkpoint.
 *
 * @param splits those that no reader has got, in the order in which they are dealt out
 * @param seenPaths the files that have been cut into splits, when the source watches for new ones
 */
public record PendingSplits(List<FileSourceSplit> splits, Collection<String> seenPaths) {

    /**
     * Layout, version 1: the number of splits as 4 bytes and the splits, then the number of paths as 4 bytes and the paths
     * as modified UTF-8.
     */
    static final class Serializer implements SimpleVersionedSerializer<PendingSplits> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(PendingSplits pending) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(pending.splits.size());
            for (FileSourceSplit split : pending.splits) {
                FileSourceSplitSerializer.write(split, out);
            }
            out.writeInt(pending.seenPaths.size());
            for (String path : pending.seenPaths) {
                out.writeUTF(path);
            }
            return bytes.toByteArray();
        }

        @Override
        public PendingSplits deserialize(int version, byte[] serialized) throws IOException {
            FileSourceSplitSerializer.requireKnown(version);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
            List<FileSourceSplit> splits = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                splits.add(FileSourceSplitSerializer.read(in));
            }
            List<String> seen = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                seen.add(in.readUTF());
            }
            return new PendingSplits(splits, seen);
        }
    }
}
