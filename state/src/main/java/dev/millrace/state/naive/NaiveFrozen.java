package dev.millrace.state.naive;

import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyGroupRange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** A copy of a store, to be written. */
record NaiveFrozen(
        KeyGroupRange keyGroups,
        int maxParallelism,
        List<State> states,
        SortedMap<Address, List<byte[]>> values,
        List<List<NaiveTimers.Entry>> timers)
        implements FrozenState {

    /** Tells what this store writes from what others do. */
    static final int FORMAT = 1_000;

    /** A state, and how its values and keys are encoded, as bytes; null where that is the user's own affair. */
    record State(String name, String kind, byte[] values, byte[] keys) {}

    @Override
    public void writeTo(Sections sections) throws IOException {
        DataOutputView header = sections.header();
        header.writeVarInt(FORMAT);
        header.writeVarInt(states.size());
        for (State state : states) {
            header.writeText(state.name);
            header.writeText(state.kind);
            schemas(state.values, header);
            schemas(state.keys, header);
        }
        for (int group = keyGroups.first(); group <= keyGroups.last(); group++) {
            group(group, sections);
        }
    }

    private static void schemas(byte[] schemas, DataOutputView out) throws IOException {
        out.writeBoolean(schemas != null);
        if (schemas != null) {
            out.write(schemas);
        }
    }

    private void group(int group, Sections sections) throws IOException {
        List<Map.Entry<Address, List<byte[]>>> here = values.entrySet().stream()
                .filter(entry -> entry.getKey().group() == group)
                .toList();
        List<List<NaiveTimers.Entry>> timersHere = timers.stream()
                .map(all -> all.stream()
                        .filter(timer -> KeyGroupRange.groupOf(timer.keyHash(), maxParallelism) == group)
                        .toList())
                .toList();
        if (here.isEmpty() && timersHere.stream().allMatch(List::isEmpty)) {
            return;
        }
        DataOutputView out = sections.group(group);
        out.writeVarInt(here.size());
        for (Map.Entry<Address, List<byte[]>> entry : here) {
            out.writeText(entry.getKey().space());
            out.writeText(entry.getKey().state());
            bytes(entry.getKey().key(), out);
            bytes(entry.getKey().namespace(), out);
            out.writeVarInt(entry.getValue().size());
            for (byte[] part : entry.getValue()) {
                bytes(part, out);
            }
        }
        for (List<NaiveTimers.Entry> ofDomain : timersHere) {
            out.writeVarInt(ofDomain.size());
            for (NaiveTimers.Entry timer : ofDomain) {
                out.writeLong(timer.timestamp());
                out.writeInt(timer.keyHash());
                bytes(timer.key(), out);
                bytes(timer.namespace(), out);
            }
        }
    }

    private static void bytes(byte[] bytes, DataOutputView out) throws IOException {
        out.writeVarInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public void close() {}
}
