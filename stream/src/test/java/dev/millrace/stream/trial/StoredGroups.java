package dev.millrace.stream.trial;

import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.StoredKeyGroups;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The snapshot of a store, in memory. */
final class StoredGroups implements FrozenState.Sections {

    private final KeyGroupRange range;
    private final BytesOutput header = new BytesOutput();
    private final Map<Integer, BytesOutput> groups = new TreeMap<>();

    private StoredGroups(KeyGroupRange range) {
        this.range = range;
    }

    static StoredGroups of(KeyedStore store, KeyGroupRange range, long checkpointId) throws IOException {
        StoredGroups stored = new StoredGroups(range);
        try (FrozenState frozen = store.freeze(checkpointId)) {
            frozen.writeTo(stored);
        }
        return stored;
    }

    @Override
    public DataOutputView header() {
        return header;
    }

    @Override
    public DataOutputView group(int keyGroup) {
        return groups.computeIfAbsent(keyGroup, number -> new BytesOutput());
    }

    /** What a store reads. */
    StoredKeyGroups toRead() {
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
                BytesOutput bytes = groups.get(keyGroup);
                return bytes == null ? null : new BytesInput(bytes.toByteArray());
            }
        };
    }
}
