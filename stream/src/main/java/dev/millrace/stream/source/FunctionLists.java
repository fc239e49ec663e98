package dev.millrace.stream.source;

import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists of a function among those of its source: their names have a prefix of their own. */
final class FunctionLists {

    private static final String PREFIX = "function/";

    private FunctionLists() {}

    /** Writes under prefixed names. */
    record Writer(SnapshotWriter all) implements SnapshotWriter {

        @Override
        public long checkpointTimestamp() {
            return all.checkpointTimestamp();
        }

        @Override
        public void list(String name, Iterable<?> items) throws IOException {
            all.list(PREFIX + name, items);
        }

        @Override
        public void union(String name, Iterable<?> items) throws IOException {
            all.union(PREFIX + name, items);
        }

        @Override
        public void broadcast(String name, Iterable<?> items) throws IOException {
            all.broadcast(PREFIX + name, items);
        }
    }

    /** Reads what {@link Writer} wrote. */
    record Reader(SnapshotReader all) implements SnapshotReader {

        @Override
        public long checkpointId() {
            return all.checkpointId();
        }

        @Override
        public Set<String> names() {
            return all.names().stream()
                    .filter(name -> name.startsWith(PREFIX))
                    .map(name -> name.substring(PREFIX.length()))
                    .collect(Collectors.toSet());
        }

        @Override
        public <T> List<T> items(String name) throws IOException {
            return all.items(PREFIX + name);
        }
    }
}
