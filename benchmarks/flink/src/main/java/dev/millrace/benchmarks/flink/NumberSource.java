package dev.millrace.benchmarks.flink;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Records made up from their numbers, with one split for each reader and nothing boxed on the way: faster than the generator
 * that comes with Flink.
 */
final class NumberSource<T> implements Source<T, NumberSource.Split, List<NumberSource.Split>>, ResultTypeQueryable<T> {
    private static final long serialVersionUID = 1;

    private final long share;
    private final TypeInformation<T> type;
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

    NumberSource(long share, TypeInformation<T> type, Schedule schedule, Maker<T> maker) {
        this.share = share;
        this.type = type;
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
    public TypeInformation<T> getProducedType() {
        return type;
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
