package dev.millrace.runtime.chain;

import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import java.io.IOException;
import java.util.List;

/**
 * What a snapshot says of one operator's place in a chain. It follows the operator, whichever task it is in later: another
 * parallelism may join other operators into a task.
 *
 * @param given the event time that had come to the operator
 * @param forwarded the event time that had gone on from it
 * @param finished whether it had emitted its last results, so that it must not finish again
 */
record LinkState(long given, long forwarded, boolean finished) {
    private static final String OWN = "link";
    private static final String ALL = "links";

    void write(SnapshotWriter writer) throws IOException {
        List<long[]> item = List.of(new long[] {given, forwarded, finished ? 1 : 0});
        writer.list(OWN, item);
        writer.union(ALL, item);
    }

    /**
     * The lowest event times of all instances. An operator had finished when its own instance had, and after a change of
     * parallelism when all had. Null when nothing was written.
     *
     * @param same whether the parallelism has not changed
     */
    static LinkState read(SnapshotReader reader, boolean same) throws IOException {
        List<long[]> own = reader.items(OWN);
        List<long[]> all = reader.items(ALL);
        if (all.isEmpty()) {
            return null;
        }
        long given = Long.MAX_VALUE;
        long forwarded = Long.MAX_VALUE;
        boolean finished = true;
        for (long[] item : all) {
            given = Math.min(given, item[0]);
            forwarded = Math.min(forwarded, item[1]);
            finished &= item[2] == 1;
        }
        return new LinkState(given, forwarded, same ? own.size() == 1 && own.get(0)[2] == 1 : finished);
    }
}
