package dev.millrace.state.contract;

import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.StoredKeyGroups;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A snapshot of one store in memory: written once, read any number of times. */
public final class SnapshotBytes implements FrozenState.Sections {

    private final KeyGroupRange range;
    private final BytesOutput header = new BytesOutput();
    private final TreeMap<Integer, BytesOutput> groups = new TreeMap<>();
    private final List<Integer> order = new ArrayList<>();

    private SnapshotBytes(KeyGroupRange range) {
        this.range = range;
    }

    public static SnapshotBytes of(FrozenState frozen, KeyGroupRange range) throws IOException {
        SnapshotBytes bytes = new SnapshotBytes(range);
        frozen.writeTo(bytes);
        frozen.close();
        return bytes;
    }

    @Override
    public DataOutputView header() {
        return header;
    }

    @Override
    public DataOutputView group(int keyGroup) {
        BytesOutput out = new BytesOutput();
        groups.put(keyGroup, out);
        order.add(keyGroup);
        return out;
    }

    /** The groups in the order in which they were written. */
    public List<Integer> order() {
        return order;
    }

    public StoredKeyGroups stored() {
        return new StoredKeyGroups() {
            @Override
            public KeyGroupRange keyGroups() {
                return range;
            }

            @Override
            public DataInputView header() {
                return new BytesInput(header.toByteArray());
            }

            @Override
            public DataInputView group(int keyGroup) {
                return groups.containsKey(keyGroup)
                        ? new BytesInput(groups.get(keyGroup).toByteArray())
                        : null;
            }
        };
    }

    /** What was written, section by section, to be compared. */
    public Map<Integer, List<Byte>> sections() {
        Map<Integer, List<Byte>> sections = new TreeMap<>();
        sections.put(-1, list(header));
        groups.forEach((group, out) -> sections.put(group, list(out)));
        return sections;
    }

    private static List<Byte> list(BytesOutput out) {
        Byte[] boxed = new Byte[out.position()];
        Arrays.setAll(boxed, i -> out.array()[i]);
        return Arrays.asList(boxed);
    }
}
