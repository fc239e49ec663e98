package dev.millrace.testkit.law;

import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.testkit.world.Incident;
import dev.millrace.testkit.world.World;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.TreeMap;

/** A snapshot that knows the bytes it would have had if it had been written at once. */
final class ComparedState implements FrozenState {
    private static final int HEADER = -1;

    private final FrozenState frozen;
    private final TreeMap<Integer, BytesOutput> atBarrier;
    private final String name;

    private ComparedState(FrozenState frozen, TreeMap<Integer, BytesOutput> atBarrier, String name) {
        this.frozen = frozen;
        this.atBarrier = atBarrier;
        this.name = name;
    }

    /** Writes the state of a store as it is now, to compare it with what a snapshot of the same moment gives later. */
    static FrozenState of(FrozenState frozen, KeyedStore store, String operator, long checkpoint) {
        TreeMap<Integer, BytesOutput> bytes = new TreeMap<>();
        try (FrozenState now = store.freeze(checkpoint)) {
            now.writeTo(new Copied(null, bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new ComparedState(frozen, bytes, "operator '" + operator + "', snapshot " + checkpoint);
    }

    @Override
    public void writeTo(Sections sections) throws IOException {
        TreeMap<Integer, BytesOutput> later = new TreeMap<>();
        frozen.writeTo(new Copied(sections, later));
        World.current().befell(Incident.SNAPSHOT_COMPARED);
        require(
                later.keySet().equals(atBarrier.keySet()),
                "key groups " + later.keySet() + ", not " + atBarrier.keySet());
        later.forEach((group, bytes) -> require(
                Arrays.equals(bytes.toByteArray(), atBarrier.get(group).toByteArray()),
                group == HEADER ? "another header" : "other bytes for key group " + group));
    }

    private void require(boolean lawful, String what) {
        if (!lawful) {
            BrokenLaw broken = new BrokenLaw(
                    name + ": what was written in the background has " + what + " than the state had at the barrier");
            World.current().fail(broken);
            throw broken;
        }
    }

    @Override
    public void close() {
        frozen.close();
    }

    /** Sections that are kept by the number of their key group, and written to others as well, if there are any. */
    private record Copied(Sections others, TreeMap<Integer, BytesOutput> bytes) implements Sections {
        @Override
        public DataOutputView header() throws IOException {
            return both(HEADER, others == null ? null : others.header());
        }

        @Override
        public DataOutputView group(int keyGroup) throws IOException {
            return both(keyGroup, others == null ? null : others.group(keyGroup));
        }

        private DataOutputView both(int section, DataOutputView other) {
            BytesOutput copy = new BytesOutput();
            bytes.put(section, copy);
            return other == null ? copy : new Both(copy, other);
        }
    }

    /** Writes everything twice. */
    private static final class Both extends DataOutputStream implements DataOutputView {
        Both(DataOutputView one, DataOutputView other) {
            super(new OutputStream() {
                @Override
                public void write(int value) throws IOException {
                    one.write(value);
                    other.write(value);
                }

                @Override
                public void write(byte[] source, int offset, int length) throws IOException {
                    one.write(source, offset, length);
                    other.write(source, offset, length);
                }
            });
        }
    }
}
