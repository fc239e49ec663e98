package dev.millrace.stream.trial;

import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The named lists that an operator wrote, ready to be restored. */
public final class TrialSnapshot implements SnapshotWriter, SnapshotReader {

    private final long checkpointId;
    private final Map<String, List<Object>> lists = new LinkedHashMap<>();
    private final Map<String, Kind> kinds = new HashMap<>();

    private enum Kind {
        LIST,
        UNION,
        BROADCAST
    }

    /** Nothing so far. */
    public TrialSnapshot(long checkpointId) {
        this.checkpointId = checkpointId;
    }

    /** Checkpoints of trials are a second apart. */
    @Override
    public long checkpointTimestamp() {
        return checkpointId * 1_000;
    }

    @Override
    public void list(String name, Iterable<?> items) {
        put(name, Kind.LIST, items);
    }

    private void put(String name, Kind kind, Iterable<?> items) {
        kinds.put(name, kind);
        items.forEach(
                item -> lists.computeIfAbsent(name, n -> new ArrayList<>()).add(OperatorTrial.copy(item)));
    }

    @Override
    public void union(String name, Iterable<?> items) {
        put(name, Kind.UNION, items);
    }

    @Override
    public void broadcast(String name, Iterable<?> items) {
        put(name, Kind.BROADCAST, items);
    }

    @Override
    public long checkpointId() {
        return checkpointId;
    }

    @Override
    public Set<String> names() {
        return lists.keySet();
    }

    @Override
    @SuppressWarnings("unchecked") // the operator reads what it wrote
    public <T> List<T> items(String name) {
        return (List<T>) lists.getOrDefault(name, List.of());
    }

    @Override
    public void copy(String name, SnapshotWriter to) throws IOException {
        switch (kinds.get(name)) {
            case LIST -> to.list(name, items(name));
            case UNION -> to.union(name, items(name));
            case BROADCAST -> to.broadcast(name, items(name));
        }
    }
}
