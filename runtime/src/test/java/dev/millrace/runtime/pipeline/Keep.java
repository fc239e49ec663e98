package dev.millrace.runtime.pipeline;

import dev.millrace.core.operator.CommitListener;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Commits in one phase less than a sink of the world: what comes is pending until the checkpoint after it is complete, and
 * then goes into {@link Results}, each item once, however often it is committed.
 */
public final class Keep implements Operator<Object, Object>, CommitListener {
    private final String name;
    private List<Object> open = new ArrayList<>();
    private final SortedMap<Long, List<Object>> pending = new TreeMap<>();

    private Keep(String name) {
        this.name = name;
    }

    public static OperatorFactory<Object, Object> factory(String name) {
        return () -> new Keep(name);
    }

    @Override
    public void onRecord(int input, Object value, long timestamp) {
        open.add(value);
    }

    @Override
    public void onWatermark(long timestamp) {}

    @Override
    public void beforeBarrier(long checkpointId) {
        pending.put(checkpointId, open);
        open = new ArrayList<>();
    }

    @Override
    public void snapshot(long checkpointId, SnapshotWriter writer) throws IOException {
        List<Object> all = new ArrayList<>();
        pending.values().forEach(all::addAll);
        writer.list("pending", all);
    }

    @Override
    public void restore(SnapshotReader reader) throws IOException {
        // the checkpoint that is restored was complete: what is in it is committed now, again or for the first time
        for (Object item : reader.<Object>items("pending")) {
            commit(item);
        }
    }

    @Override
    public void onComplete(long checkpointId) {
        SortedMap<Long, List<Object>> covered = pending.headMap(checkpointId + 1);
        covered.values().forEach(items -> items.forEach(this::commit));
        covered.clear();
    }

    private void commit(Object item) {
        if (!Results.of(name).contains(item)) {
            Results.add(name, item);
        } else {
            Results.add(name + " again", item);
        }
    }
}
