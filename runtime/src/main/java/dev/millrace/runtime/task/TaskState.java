package dev.millrace.runtime.task;

import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import java.io.IOException;
import java.util.List;

/**
 * What a snapshot says of the task itself.
 *
 * @param watermark the event time of its input
 * @param ended whether its operators had finished, so that they must not finish again
 */
record TaskState(long watermark, boolean ended) {
    /** A task that starts afresh. */
    static final TaskState FRESH = new TaskState(Long.MIN_VALUE, false);

    private static final String OWN = "task";
    private static final String ALL = "tasks";

    void write(SnapshotWriter writer) throws IOException {
        List<long[]> item = List.of(new long[] {watermark, ended ? 1 : 0});
        writer.list(OWN, item);
        writer.union(ALL, item);
    }

    /**
     * Reads the task's own part; after a change of parallelism, or when it has none, the lowest event time of all parts, and
     * ended only when all had.
     *
     * @param same whether the parallelism has not changed
     */
    static TaskState read(SnapshotReader reader, boolean same) throws IOException {
        List<long[]> own = reader.items(OWN);
        List<long[]> all = reader.items(ALL);
        if (same && own.size() == 1) {
            return new TaskState(own.get(0)[0], own.get(0)[1] == 1);
        }
        long lowest = all.isEmpty() ? Long.MIN_VALUE : Long.MAX_VALUE;
        boolean ended = !all.isEmpty() && !same;
        for (long[] part : all) {
            lowest = Math.min(lowest, part[0]);
            ended &= part[1] == 1;
        }
        return new TaskState(lowest, ended);
    }
}
