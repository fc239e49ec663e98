package dev.millrace.core.operator;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Gives back what a {@link SnapshotWriter} took, dealt out for this instance. */
public interface SnapshotReader {

    /** The checkpoint that is restored. */
    long checkpointId();

    /** The names under which items were written. */
    Set<String> names();

    /** The items of a name that belong to this instance, in order; empty when there are none. */
    <T> List<T> items(String name) throws IOException;

    /** Writes the items of a name that belong to this instance to another place, to be dealt out there as they were here. */
    void copy(String name, SnapshotWriter to) throws IOException;
}
