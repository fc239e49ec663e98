package dev.millrace.benchmarks.millrace;

import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.connector.SourceSplit;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Records made up from their numbers, with one split for each reader and nothing boxed on the way: the same program as the
 * source that Flink is measured with.
 */
final class NumberSource<T> implements Source<T, NumberSource.Split, List<NumberSource.Split>> {
    private static final long serialVersionUID = 1;

    private final long share;
    private final Maker<T> maker;
    private final Schedule schedule;

    /** Makes the record that comes at {@code index} from one of several sources. */
    interface Maker<T> extends Serializable {
        void make(long index, int source, int sources, long due, Emitter<T> emitter);
    }

    /** Takes a record, with its event time if it has one. */
    interface Emitter<T> {
        void emit(T value);

        void emit(T value, long time);
    }

    /** When records are sent. */
    enum Schedule {
        AT_ONCE,
        STEADY
    }

    NumberSource(long share, Schedule schedule, Maker<T> maker) {
        this.share = share;
        this.schedule = schedule;
        this.maker = maker;
    }

    /** What is left to a reader. */
    static final class Split implements SourceSplit, Serializable {
        private static final long serialVersionUID = 1;
        final int source;
        final long next;
        final long end;

        Split(int source, long next, long end) {
            this.source = source;
            this.next = next;
            this.end = end;
        }

        @Override
        public String splitId() {
            return "source-" + source;
        }
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<T, Split> createReader(SourceReaderContext context) {
        return schedule == Schedule.AT_ONCE ? new NumberReader<>(context, maker) : new SteadyReader<>(context, maker);
    }

    @Override
    public SplitEnumerator<Split, List<Split>> createEnumerator(SplitEnumeratorContext<Split> context) {
        List<Split> splits = new ArrayList<>();
        for (int source = 0; source < context.currentParallelism(); source++) {
            splits.add(new Split(source, 0, share));
        }
        return new SplitDealer(context, splits);
    }

    @Override
    public SplitEnumerator<Split, List<Split>> restoreEnumerator(
            SplitEnumeratorContext<Split> context, List<Split> left) {
        return new SplitDealer(context, left);
    }

    @Override
    public SimpleVersionedSerializer<Split> getSplitSerializer() {
        return new SplitBytes();
    }

    @Override
    public SimpleVersionedSerializer<List<Split>> getEnumeratorCheckpointSerializer() {
        return new SplitListBytes();
    }

    private static final class SplitBytes implements SimpleVersionedSerializer<Split> {
        static final int SIZE = Integer.BYTES + 2 * Long.BYTES;

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Split split) {
            return ByteBuffer.allocate(SIZE)
                    .putInt(split.source)
                    .putLong(split.next)
                    .putLong(split.end)
                    .array();
        }

        @Override
        public Split deserialize(int version, byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new Split(buffer.getInt(), buffer.getLong(), buffer.getLong());
        }
    }

    private static final class SplitListBytes implements SimpleVersionedSerializer<List<Split>> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(List<Split> splits) {
            ByteBuffer buffer = ByteBuffer.allocate(splits.size() * SplitBytes.SIZE);
            splits.forEach(split -> buffer.put(new SplitBytes().serialize(split)));
            return buffer.array();
        }

        @Override
        public List<Split> deserialize(int version, byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            List<Split> splits = new ArrayList<>();
            while (buffer.hasRemaining()) {
                splits.add(new Split(buffer.getInt(), buffer.getLong(), buffer.getLong()));
            }
            return splits;
        }
    }
}
