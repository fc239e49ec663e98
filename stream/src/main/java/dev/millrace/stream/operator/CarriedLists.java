package dev.millrace.stream.operator;

import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The restored lists of a function that it has not asked for yet. They go into the next snapshot as they came, so that a
 * version of the program that asks for them finds them again.
 */
final class CarriedLists {

    /** How the items of a list are dealt out at a restore. */
    enum Kind {
        LIST,
        UNION,
        BROADCAST
    }

    private record Carried(Kind kind, List<Object> items) {}

    private final Map<String, Carried> lists = new LinkedHashMap<>();

    /** Takes a list of a snapshot, under a name of the function's own. */
    void take(SnapshotReader reader, String storedName, String name) throws IOException {
        reader.copy(storedName, new Taker(reader.checkpointId(), name));
    }

    /** Hands out a list to the function; empty when there was none. */
    List<Object> handOut(String name, Kind kind) {
        Carried carried = lists.get(name);
        if (carried == null) {
            return List.of();
        }
        if (carried.kind != kind) {
            throw new IllegalStateException("the operator state '" + name + "' of the checkpoint is a " + carried.kind
                    + " state and cannot be restored as " + kind
                    + "; ask for it as it was written, or use another name");
        }
        lists.remove(name);
        return carried.items;
    }

    /**
     * Writes what nobody has asked for.
     *
     * @param isFirst whether this is the first instance: one writes a list for all where all have got it
     */
    void writeTo(SnapshotWriter writer, String prefix, boolean isFirst) throws IOException {
        for (Map.Entry<String, Carried> named : lists.entrySet()) {
            String storedName = prefix + named.getKey();
            List<Object> items = named.getValue().items;
            switch (named.getValue().kind) {
                case LIST -> writer.list(storedName, items);
                case UNION -> writer.union(storedName, isFirst ? items : List.of());
                case BROADCAST -> writer.broadcast(storedName, items);
            }
        }
    }

    /** Takes what a reader writes, with its kind. */
    private final class Taker implements SnapshotWriter {

        private final long checkpointId;
        private final String name;

        Taker(long checkpointId, String name) {
            this.checkpointId = checkpointId;
            this.name = name;
        }

        @Override
        public long checkpointTimestamp() {
            throw new IllegalStateException("a list of checkpoint " + checkpointId + " is only read");
        }

        private void put(Kind kind, Iterable<?> items) {
            lists.put(
                    name,
                    new Carried(
                            kind,
                            StreamSupport.stream(items.spliterator(), false)
                                    .map(item -> (Object) item)
                                    .toList()));
        }

        @Override
        public void list(String stored, Iterable<?> items) {
            put(Kind.LIST, items);
        }

        @Override
        public void union(String stored, Iterable<?> items) {
            put(Kind.UNION, items);
        }

        @Override
        public void broadcast(String stored, Iterable<?> items) {
            put(Kind.BROADCAST, items);
        }
    }
}
