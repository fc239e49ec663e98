package dev.millrace.state.snapshot;

import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.state.snapshot.VertexSnapshot.OperatorName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * The bytes of a manifest.
 *
 * <pre>
 * file     = MAGIC:int VERSION:int length:int body crc32c(body):int
 * body     = id:long timestampMillis:long jobName:text vertex* enumerator* property*      (each list after its size:varint)
 * vertex   = id:text name:text maxParallelism:varint (id:text name:text)* instance*
 * instance = 0:byte | 1:byte file:text bytes:long operator*
 * operator = id:text (0:byte | 1:byte firstGroup:varint lastGroup:varint) (name:text kind:byte items:varint)*
 * enumerator = source:text length:varint bytes;   property = name:text value:text
 * </pre>
 */
final class ManifestFormat {

    private static final int MAGIC = 0x4D4C524D;
    private static final int VERSION = 1;
    private static final int FRAME_BYTES = 16;

    private ManifestFormat() {}

    static byte[] encode(CheckpointManifest manifest) {
        try {
            BytesOutput out = new BytesOutput(1024);
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(0);
            int start = out.position();
            body(manifest, out);
            out.putInt(start - 4, out.position() - start);
            out.writeInt(checksum(out.array(), start, out.position() - start));
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new AssertionError("bytes in memory do not fail", impossible);
        }
    }

    /** @param path named in errors */
    static CheckpointManifest decode(byte[] bytes, Object path) throws IOException {
        BytesInput in = new BytesInput(bytes);
        if (bytes.length < FRAME_BYTES || in.readInt() != MAGIC) {
            throw new DamagedCheckpointException(path, "is not a manifest, or is cut off", null);
        }
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("Checkpoint file " + path + " has format " + version + "; this version reads format "
                    + VERSION + "; restore it with the version that wrote it");
        }
        int length = in.readInt();
        if (length != bytes.length - FRAME_BYTES) {
            throw new DamagedCheckpointException(
                    path, "has a body of " + (bytes.length - FRAME_BYTES) + " bytes instead of " + length, null);
        }
        in.seek(bytes.length - 4);
        if (in.readInt() != checksum(bytes, FRAME_BYTES - 4, length)) {
            throw new DamagedCheckpointException(path, "is damaged: its checksum is wrong", null);
        }
        return body(new BytesInput(bytes, FRAME_BYTES - 4, length));
    }

    private static int checksum(byte[] bytes, int offset, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, offset, length);
        return (int) sum.getValue();
    }

    private static void body(CheckpointManifest manifest, BytesOutput out) throws IOException {
        out.writeLong(manifest.id());
        out.writeLong(manifest.timestampMillis());
        out.writeText(manifest.jobName());
        out.writeVarInt(manifest.vertices().size());
        for (VertexSnapshot vertex : manifest.vertices()) {
            vertex(vertex, out);
        }
        out.writeVarInt(manifest.enumerators().size());
        for (Map.Entry<String, byte[]> enumerator : manifest.enumerators().entrySet()) {
            out.writeText(enumerator.getKey());
            out.writeVarInt(enumerator.getValue().length);
            out.write(enumerator.getValue());
        }
        out.writeVarInt(manifest.properties().size());
        for (Map.Entry<String, String> property : manifest.properties().entrySet()) {
            out.writeText(property.getKey());
            out.writeText(property.getValue());
        }
    }

    private static CheckpointManifest body(BytesInput in) throws IOException {
        long id = in.readLong();
        long timestampMillis = in.readLong();
        String jobName = in.readText();
        List<VertexSnapshot> vertices = new ArrayList<>();
        for (int left = in.readVarInt(); left > 0; left--) {
            vertices.add(vertex(in));
        }
        SortedMap<String, byte[]> enumerators = new TreeMap<>();
        for (int left = in.readVarInt(); left > 0; left--) {
            String source = in.readText();
            byte[] state = new byte[in.readVarInt()];
            in.readFully(state);
            enumerators.put(source, state);
        }
        SortedMap<String, String> properties = new TreeMap<>();
        for (int left = in.readVarInt(); left > 0; left--) {
            properties.put(in.readText(), in.readText());
        }
        return new CheckpointManifest(id, timestampMillis, jobName, vertices, enumerators, properties);
    }

    private static void vertex(VertexSnapshot vertex, BytesOutput out) throws IOException {
        out.writeText(vertex.vertex());
        out.writeText(vertex.name());
        out.writeVarInt(vertex.maxParallelism());
        out.writeVarInt(vertex.operators().size());
        for (OperatorName operator : vertex.operators()) {
            out.writeText(operator.id());
            out.writeText(operator.name());
        }
        out.writeVarInt(vertex.instances().size());
        for (InstanceSnapshot instance : vertex.instances()) {
            if (instance instanceof TaskSnapshot task) {
                out.writeByte(1);
                out.writeText(task.file());
                out.writeLong(task.bytes());
                out.writeVarInt(task.operators().size());
                for (OperatorPart operator : task.operators()) {
                    operator(operator, out);
                }
            } else {
                out.writeByte(0);
            }
        }
    }

    private static VertexSnapshot vertex(BytesInput in) throws IOException {
        String id = in.readText();
        String name = in.readText();
        int maxParallelism = in.readVarInt();
        List<OperatorName> operators = new ArrayList<>();
        for (int left = in.readVarInt(); left > 0; left--) {
            operators.add(new OperatorName(in.readText(), in.readText()));
        }
        List<InstanceSnapshot> instances = new ArrayList<>();
        for (int left = in.readVarInt(); left > 0; left--) {
            instances.add(in.readByte() == 0 ? InstanceSnapshot.Finished.FINISHED : task(in));
        }
        return new VertexSnapshot(id, name, operators, maxParallelism, instances);
    }

    private static TaskSnapshot task(BytesInput in) throws IOException {
        String file = in.readText();
        long bytes = in.readLong();
        List<OperatorPart> operators = new ArrayList<>();
        for (int left = in.readVarInt(); left > 0; left--) {
            operators.add(operator(in));
        }
        return new TaskSnapshot(file, bytes, operators);
    }

    private static void operator(OperatorPart operator, BytesOutput out) throws IOException {
        out.writeText(operator.operator());
        KeyGroupRange groups = operator.keyGroups();
        out.writeBoolean(groups != null);
        if (groups != null) {
            out.writeVarInt(groups.first());
            out.writeVarInt(groups.last());
        }
        out.writeVarInt(operator.lists().size());
        for (NamedList list : operator.lists()) {
            out.writeText(list.name());
            out.writeByte(list.kind().ordinal());
            out.writeVarInt(list.items());
        }
    }

    private static OperatorPart operator(BytesInput in) throws IOException {
        String id = in.readText();
        KeyGroupRange groups = in.readBoolean() ? new KeyGroupRange(in.readVarInt(), in.readVarInt()) : null;
        List<NamedList> lists = new ArrayList<>();
        for (int left = in.readVarInt(); left > 0; left--) {
            lists.add(new NamedList(in.readText(), ListKind.values()[in.readByte()], in.readVarInt()));
        }
        return new OperatorPart(id, groups, lists);
    }
}
