package dev.millrace.cluster.local;

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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The numbers from 0 to before {@code count}, in splits of a size.
 *
 * @param boundless whether the source waits for its end to be ordered when it has emitted all
 */
record Numbers(int count, int splitSize, boolean boundless)
        implements Source<Integer, Numbers.Range, List<Numbers.Range>> {

    record Range(int next, int end) implements SourceSplit {
        @Override
        public String splitId() {
            return "to-" + end;
        }
    }

    @Override
    public Boundedness getBoundedness() {
        return boundless ? Boundedness.CONTINUOUS_UNBOUNDED : Boundedness.BOUNDED;
    }

    @Override
    public SplitEnumerator<Range, List<Range>> createEnumerator(SplitEnumeratorContext<Range> context) {
        List<Range> all = new ArrayList<>();
        for (int first = 0; first < count; first += splitSize) {
            all.add(new Range(first, Math.min(count, first + splitSize)));
        }
        return new Dealer(context, all);
    }

    @Override
    public SplitEnumerator<Range, List<Range>> restoreEnumerator(
            SplitEnumeratorContext<Range> context, List<Range> checkpoint) {
        return new Dealer(context, checkpoint);
    }

    @Override
    public SimpleVersionedSerializer<Range> getSplitSerializer() {
        return new RangeBytes();
    }

    @Override
    public SimpleVersionedSerializer<List<Range>> getEnumeratorCheckpointSerializer() {
        return new RangesBytes();
    }

    @Override
    public SourceReader<Integer, Range> createReader(SourceReaderContext context) {
        return new Reader(context);
    }

    private final class Dealer implements SplitEnumerator<Range, List<Range>> {
        private final SplitEnumeratorContext<Range> context;
        private final Deque<Range> left;

        Dealer(SplitEnumeratorContext<Range> context, List<Range> left) {
            this.context = context;
            this.left = new ArrayDeque<>(left);
        }

        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int subtaskId, String requesterHostname) {
            if (!left.isEmpty()) {
                context.assignSplit(left.removeFirst(), subtaskId);
            } else if (!boundless) {
                context.signalNoMoreSplits(subtaskId);
            }
        }

        @Override
        public void addSplitsBack(List<Range> splits, int subtaskId) {
            left.addAll(splits);
        }

        @Override
        public void addReader(int subtaskId) {}

        @Override
        public List<Range> snapshotState(long checkpointId) {
            return List.copyOf(left);
        }

        @Override
        public void close() {}
    }

    private static final class Reader implements SourceReader<Integer, Range> {
        private final SourceReaderContext context;
        private final Deque<Range> ranges = new ArrayDeque<>();
        private CompletableFuture<Void> available = new CompletableFuture<>();
        private boolean noMore;

        Reader(SourceReaderContext context) {
            this.context = context;
        }

        @Override
        public void start() {
            if (ranges.isEmpty()) {
                context.sendSplitRequest();
            }
        }

        @Override
        public InputStatus pollNext(ReaderOutput<Integer> output) {
            Range range = ranges.pollFirst();
            if (range == null) {
                available = new CompletableFuture<>();
                return noMore ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
            }
            output.collect(range.next(), range.next());
            if (range.next() + 1 < range.end()) {
                ranges.addFirst(new Range(range.next() + 1, range.end()));
            } else if (ranges.isEmpty() && !noMore) {
                context.sendSplitRequest();
            }
            return InputStatus.MORE_AVAILABLE;
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

    private static final class RangeBytes implements SimpleVersionedSerializer<Range> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Range range) {
            return ByteBuffer.allocate(8)
                    .putInt(range.next())
                    .putInt(range.end())
                    .array();
        }

        @Override
        public Range deserialize(int version, byte[] serialized) {
            ByteBuffer in = ByteBuffer.wrap(serialized);
            return new Range(in.getInt(), in.getInt());
        }
    }

    private static final class RangesBytes implements SimpleVersionedSerializer<List<Range>> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(List<Range> ranges) {
            ByteBuffer out = ByteBuffer.allocate(8 * ranges.size());
            ranges.forEach(range -> out.putInt(range.next()).putInt(range.end()));
            return out.array();
        }

        @Override
        public List<Range> deserialize(int version, byte[] serialized) {
            ByteBuffer in = ByteBuffer.wrap(serialized);
            List<Range> ranges = new ArrayList<>();
            while (in.hasRemaining()) {
                ranges.add(new Range(in.getInt(), in.getInt()));
            }
            return ranges;
        }
    }
}
