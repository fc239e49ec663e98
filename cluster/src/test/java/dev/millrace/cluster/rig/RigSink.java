package dev.millrace.cluster.rig;

import dev.millrace.core.element.EndOfData;
import dev.millrace.network.ChannelId;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Aligns barriers and commits what came before one when its checkpoint is complete. */
final class RigSink implements RigWork {

    private final RigTask task;
    private final List<ChannelId> lanes;
    private final TreeSet<ChannelId> held = new TreeSet<>();
    private final TreeSet<ChannelId> ended = new TreeSet<>();
    private final TreeSet<ChannelId> closed = new TreeSet<>();
    private final List<Integer> fresh = new ArrayList<>();
    private final TreeMap<Long, List<String>> committables = new TreeMap<>();
    private long aligning;
    private long ordered;
    private long seen;

    RigSink(RigTask task) {
        this.task = task;
        this.lanes = task.inputs();
    }

    @Override
    public void open(List<String> state, long restoredCheckpoint) {
        state.forEach(RigSink.this::commit);
    }

    @Override
    public void step() {
        for (int tries = 0; tries < 4; tries++) {
            ChannelId lane = lanes.get(task.rig.world.random.nextInt(lanes.size()));
            Deque<Object> queue = task.rig.channel(lane);
            if (!held.contains(lane) && !queue.isEmpty()) {
                take(lane, queue.removeFirst());
                return;
            }
        }
    }

    private void take(ChannelId lane, Object element) {
        if (element instanceof Integer record) {
            if (ended.contains(lane)) {
                throw new AssertionError("a record after the end of data on " + lane);
            }
            fresh.add(record);
            seen++;
        } else if (element instanceof Long barrier) {
            if (barrier > aligning) {
                held.clear();
                aligning = barrier;
            }
            held.add(lane);
            align();
        } else if (element instanceof EndOfData mode) {
            ended.add(lane);
            if (ended.size() == lanes.size()) {
                task.dataEnded(mode);
            }
        } else {
            closed.add(lane);
            align();
        }
    }

    private void align() {
        boolean all = lanes.stream().allMatch(lane -> held.contains(lane) || closed.contains(lane));
        if (all && !held.isEmpty()) {
            held.clear();
            task.snapshot(aligning);
        } else if (all && ordered > 0) {
            long id = ordered;
            ordered = 0;
            task.snapshot(id);
        }
    }

    @Override
    public void takeSnapshot(long id, long orders) {
        ordered = id;
        align();
    }

    @Override
    public List<String> snapshot(long id) {
        if (!fresh.isEmpty()) {
            String name = task.deployment.id() + "@" + id;
            committables.put(id, List.of(name + "|" + text(fresh)));
            fresh.clear();
        }
        List<String> state = new ArrayList<>();
        committables.values().forEach(state::addAll);
        return state;
    }

    @Override
    public void commit(long id) {
        committables.headMap(id, true).values().forEach(list -> list.forEach(this::commit));
        committables.headMap(id, true).clear();
    }

    private void commit(String committable) {
        String[] parts = committable.split("\\|");
        List<Integer> records = new ArrayList<>();
        for (String record : parts[1].split(",")) {
            records.add(Integer.parseInt(record));
        }
        task.rig.ledger.commit(parts[0], records);
    }

    private static String text(List<Integer> records) {
        return String.join(",", records.stream().map(String::valueOf).toList());
    }

    /** Without checkpoints all is committed at the end. */
    @Override
    public void finished() {
        if (!fresh.isEmpty()) {
            commit(task.deployment.id() + "@end|" + text(fresh));
        }
    }

    @Override
    public long records() {
        return seen;
    }
}
