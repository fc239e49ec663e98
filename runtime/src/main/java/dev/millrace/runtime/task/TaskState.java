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
        List<Object> items = List.of(watermark, ended);
        writer.list(OWN, items);
        writer.union(ALL, items);
    }

    /**
     * Reads the task's own part; after a change of parallelism the lowest event time of all parts, and ended only when all
     * had.
     */
    static TaskState read(SnapshotReader reader, int parallelism) throws IOException {
        List<Object> own = reader.items(OWN);
        List<Object> all = reader.items(ALL);
        if (all.size() == 2 * parallelism && own.size() == 2) {
            return new TaskState((Long) own.get(0), (Boolean) own.get(1));
        }
        long lowest = all.isEmpty() ? Long.MIN_VALUE : Long.MAX_VALUE;
        boolean ended = !all.isEmpty();
        for (int i = 0; i < all.size(); i += 2) {
            lowest = Math.min(lowest, (Long) all.get(i));
            ended &= (Boolean) all.get(i + 1);
        }
        return new TaskState(lowest, ended);
    }
}
