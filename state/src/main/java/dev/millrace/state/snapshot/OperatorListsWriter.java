package dev.millrace.state.snapshot;

import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.core.type.Schemas;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The lists of one operator instance, encoded as they are handed in. What is in it no longer depends on the operator's
 * objects, so it may be written to a file on another thread once the operator is done.
 */
public final class OperatorListsWriter implements SnapshotWriter {

    private final Schemas schemas;
    private final long checkpointTimestamp;
    private final List<NamedList> lists = new ArrayList<>();
    private final List<byte[]> encoded = new ArrayList<>();

    /**
     * @param checkpointTimestamp when the checkpoint was triggered, milliseconds since the epoch
     */
    public OperatorListsWriter(TypeSystem types, long checkpointTimestamp) {
        this.schemas = types.newSchemas();
        this.checkpointTimestamp = checkpointTimestamp;
    }

    @Override
    public long checkpointTimestamp() {
        return checkpointTimestamp;
    }

    @Override
    public void list(String name, Iterable<?> items) throws IOException {
        add(name, ListKind.LIST, items);
    }

    @Override
    public void union(String name, Iterable<?> items) throws IOException {
        add(name, ListKind.UNION, items);
    }

    @Override
    public void broadcast(String name, Iterable<?> items) throws IOException {
        add(name, ListKind.BROADCAST, items);
    }

    private void add(String name, ListKind kind, Iterable<?> items) throws IOException {
        for (NamedList other : lists) {
            if (other.name().equals(name)) {
                throw new IllegalStateException("Two lists of one operator are called '" + name + "', as "
                        + other.kind() + " and as " + kind + "; give each its own name");
            }
        }
        BytesOutput out = new BytesOutput();
        int count = 0;
        for (Object item : items) {
            schemas.write(item, out);
            count++;
        }
        lists.add(new NamedList(name, kind, count));
        encoded.add(out.toByteArray());
    }

    /** What has been written so far, one entry per name. */
    public List<NamedList> lists() {
        return List.copyOf(lists);
    }

    /** The section's bytes: the schemas, then each list with its name, kind, number of items and length in bytes. */
    void writeTo(DataOutputView out) throws IOException {
        schemas.writeTo(out);
        out.writeVarInt(lists.size());
        for (int i = 0; i < lists.size(); i++) {
            NamedList list = lists.get(i);
            byte[] items = encoded.get(i);
            out.writeText(list.name());
            out.writeByte(list.kind().ordinal());
            out.writeVarInt(list.items());
            out.writeVarInt(items.length);
            out.write(items);
        }
    }
}
