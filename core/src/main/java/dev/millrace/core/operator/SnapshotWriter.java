package dev.millrace.core.operator;

import java.io.IOException;

/**
 * Takes the state of an operator that does not belong to keys, as named lists. Values are encoded at once; they may be
 * of any serializable type.
 */
public interface SnapshotWriter {

    /** When the checkpoint was triggered, milliseconds since the epoch; the same for all operators of the job. */
    long checkpointTimestamp();

    /** Items that are dealt out anew, in order and round robin, when the parallelism changes. */
    void list(String name, Iterable<?> items) throws IOException;

    /** Items of which every instance gets all, those of all instances, at restore. */
    void union(String name, Iterable<?> items) throws IOException;

    /** Items that are the same in every instance; each instance gets one copy at restore. */
    void broadcast(String name, Iterable<?> items) throws IOException;
}
