package dev.millrace.runtime.pipeline;

import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.connector.SourceSplit;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The numbers {@code from} (inclusive) to {@code to} (exclusive) as longs, each its own timestamp, by splits. */
public final class Numbers implements Source<Long, Numbers.Range, Void> {
    /** How many numbers a reader emits in one call. */
    private final int perPoll;

    public Numbers(int perPoll) {
        this.perPoll = perPoll;
    }

    /** A split: what is left of a range. */
    public record Range(String name, long next, long to) implements SourceSplit {
        @Override
        public String splitId() {
            return name;
        }
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SplitEnumerator<Range, Void> createEnumerator(SplitEnumeratorContext<Range> context) {
        throw new UnsupportedOperationException("the test assigns splits itself");
    }

    @Override
    public SplitEnumerator<Range, Void> restoreEnumerator(SplitEnumeratorContext<Range> context, Void checkpoint) {
        throw new UnsupportedOperationException("the test assigns splits itself");
    }

    @Override
    public SimpleVersionedSerializer<Range> getSplitSerializer() {
        return new RangeBytes();
    }

    @Override
    public SimpleVersionedSerializer<Void> getEnumeratorCheckpointSerializer() {
        throw new UnsupportedOperationException("the test assigns splits itself");
    }

    @Override
    public SourceReader<Long, Range> createReader(SourceReaderContext context) {
        return new Reader(perPoll);
    }

    static final class RangeBytes implements SimpleVersionedSerializer<Range> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Range range) {
            byte[] name = range.name.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(16 + name.length)
                    .putLong(range.next)
                    .putLong(range.to)
                    .put(name)
                    .array();
        }

        @Override
        public Range deserialize(int version, byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            long next = buffer.getLong();
            long to = buffer.getLong();
            return new Range(new String(bytes, 16, bytes.length - 16, StandardCharsets.UTF_8), next, to);
        }
    }

    static final class Reader implements SourceReader<Long, Range> {
        private final int perPoll;
        private final List<Range> ranges = new ArrayList<>();
        private CompletableFuture<Void> available = new CompletableFuture<>();
        private boolean noMore;

        Reader(int perPoll) {
            this.perPoll = perPoll;
        }

        @Override
        public void start() {}

        @Override
        public InputStatus pollNext(ReaderOutput<Long> output) {
            if (ranges.isEmpty()) {
                return noMore ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
            }
            Range range = ranges.get(0);
            long to = Math.min(range.to, range.next + perPoll);
            for (long number = range.next; number < to; number++) {
                output.collect(number, number);
            }
            if (to == range.to) {
                ranges.remove(0);
            } else {
                ranges.set(0, new Range(range.name, to, range.to));
            }
            if (ranges.isEmpty() && !noMore) {
                available = new CompletableFuture<>();
                return InputStatus.NOTHING_AVAILABLE;
            }
            return ranges.isEmpty() ? InputStatus.END_OF_INPUT : InputStatus.MORE_AVAILABLE;
        }

        @Override
        public List<Range> snapshotState(long checkpointId) {
            return List.copyOf(ranges);
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return available;
        }

        @Override
        public void addSplits(List<Range> splits) {
            ranges.addAll(splits);
            available.complete(null);
        }

        @Override
        public void notifyNoMoreSplits() {
            noMore = true;
            available.complete(null);
        }

        @Override
        public void close() {}
    }
}
