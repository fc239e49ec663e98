package dev.millrace.testkit.outside;

import dev.millrace.cluster.protocol.JavaBytes;
import dev.millrace.core.connector.Committer;
import dev.millrace.core.connector.CommitterInitContext;
import dev.millrace.core.connector.CommittingSinkWriter;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Sink;
import dev.millrace.core.connector.SupportsCommitter;
import dev.millrace.core.connector.WriterInitContext;
import dev.millrace.testkit.law.Interference;
import dev.millrace.testkit.world.World;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A sink that commits in two phases to the {@link Outside} of the world that it is simulated in. What is written must be
 * serializable.
 */
public final class SimulatedSink<T> implements Sink<T>, SupportsCommitter<SimulatedSink.Prepared> {
    private static final long serialVersionUID = 1;

    private final String name;

    /**
     * @param name under which {@link Outside#committed} shows what was committed
     */
    public SimulatedSink(String name) {
        this.name = name;
    }

    /** What waits for its commit. */
    record Prepared(String name, byte[] values) {}

    @Override
    public CommittingSinkWriter<T, Prepared> createWriter(WriterInitContext context) {
        return new Writer<>(
                context.getTaskInfo().index() + "/" + World.current().random().nextLong());
    }

    @Override
    public Committer<Prepared> createCommitter(CommitterInitContext context) {
        return new ToOutside(name, context.getUserCodeClassLoader());
    }

    @Override
    public SimpleVersionedSerializer<Prepared> getCommittableSerializer() {
        return new PreparedSerializer();
    }

    private static final class Writer<T> implements CommittingSinkWriter<T, Prepared> {
        private final String name;
        private final ArrayList<Object> open = new ArrayList<>();
        private int commits;

        Writer(String name) {
            this.name = name;
        }

        @Override
        public void write(T element, Context context) {
            open.add(element);
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public Collection<Prepared> prepareCommit() throws IOException {
            if (open.isEmpty()) {
                return List.of();
            }
            byte[] values = JavaBytes.write(open);
            open.clear();
            return List.of(new Prepared(name + "/" + commits++, values));
        }

        @Override
        public void close() {}
    }

    private record ToOutside(String sink, ClassLoader classes) implements Committer<Prepared> {
        @Override
        @SuppressWarnings("unchecked") // the writer wrote a list
        public void commit(Collection<CommitRequest<Prepared>> requests) throws IOException {
            try {
                for (CommitRequest<Prepared> request : requests) {
                    Interference.here().before(sink + " commit");
                    Prepared prepared = request.getCommittable();
                    List<Object> values = JavaBytes.read(prepared.values, ArrayList.class, classes);
                    Outside.here().commit(sink, prepared.name, values);
                }
            } catch (IOException failed) {
                throw failed;
            } catch (Exception failed) {
                throw new IOException("the commit failed", failed);
            }
        }

        @Override
        public void close() {}
    }

    private static final class PreparedSerializer implements SimpleVersionedSerializer<Prepared> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Prepared prepared) throws IOException {
            return JavaBytes.write(new Object[] {prepared.name, prepared.values});
        }

        @Override
        public Prepared deserialize(int version, byte[] serialized) throws IOException {
            try {
                Object[] parts = JavaBytes.read(serialized, Object[].class, SimulatedSink.class.getClassLoader());
                return new Prepared((String) parts[0], (byte[]) parts[1]);
            } catch (ClassNotFoundException impossible) {
                throw new IOException(impossible);
            }
        }
    }
}
