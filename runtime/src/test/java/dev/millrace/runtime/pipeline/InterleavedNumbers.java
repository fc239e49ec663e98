package dev.millrace.runtime.pipeline;

import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceOutput;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Every fourth number of each split, the splits read in turn, each with its own event time. */
public final class InterleavedNumbers implements Source<Long, Numbers.Range, Void> {
    private static final int STRIDE = 4;

    private final int perPoll;

    public InterleavedNumbers(int perPoll) {
        this.perPoll = perPoll;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SplitEnumerator<Numbers.Range, Void> createEnumerator(SplitEnumeratorContext<Numbers.Range> context) {
        throw new UnsupportedOperationException("the test assigns splits itself");
    }

    @Override
    public SplitEnumerator<Numbers.Range, Void> restoreEnumerator(
            SplitEnumeratorContext<Numbers.Range> context, Void checkpoint) {
        throw new UnsupportedOperationException("the test assigns splits itself");
    }

    @Override
    public SimpleVersionedSerializer<Numbers.Range> getSplitSerializer() {
        return new Numbers.RangeBytes();
    }

    @Override
    public SimpleVersionedSerializer<Void> getEnumeratorCheckpointSerializer() {
        throw new UnsupportedOperationException("the test assigns splits itself");
    }

    @Override
    public SourceReader<Long, Numbers.Range> createReader(SourceReaderContext context) {
        return new Reader(perPoll);
    }

    static final class Reader implements SourceReader<Long, Numbers.Range> {
        private final int perPoll;
        private final List<Numbers.Range> ranges = new ArrayList<>();
        private CompletableFuture<Void> available = new CompletableFuture<>();
        private final Set<String> paused = new HashSet<>();
        private boolean noMore;

        Reader(int perPoll) {
            this.perPoll = perPoll;
        }

        @Override
        public void start() {}

        @Override
        public InputStatus pollNext(ReaderOutput<Long> output) {
            for (Numbers.Range range : ranges) {
                output.createOutputForSplit(range.splitId());
            }
            for (int i = 0; i < perPoll && !ranges.isEmpty(); i++) {
                Numbers.Range range = ranges.remove(0);
                if (paused.contains(range.splitId())) {
                    ranges.add(range);
                    continue;
                }
                SourceOutput<Long> split = output.createOutputForSplit(range.splitId());
                split.collect(range.next(), range.next());
                if (range.next() + STRIDE < range.to()) {
                    ranges.add(new Numbers.Range(range.splitId(), range.next() + STRIDE, range.to()));
                } else {
                    output.releaseOutputForSplit(range.splitId());
                }
            }
            if (ranges.isEmpty()) {
                available = noMore ? available : new CompletableFuture<>();
                return noMore ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
            }
            return InputStatus.MORE_AVAILABLE;
        }

        @Override
        public List<Numbers.Range> snapshotState(long checkpointId) {
            return List.copyOf(ranges);
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return available;
        }

        @Override
        public void addSplits(List<Numbers.Range> splits) {
            ranges.addAll(splits);
            available.complete(null);
        }

        @Override
        public void notifyNoMoreSplits() {
            noMore = true;
            available.complete(null);
        }

        @Override
        public void pauseOrResumeSplits(Collection<String> splitsToPause, Collection<String> splitsToResume) {
            paused.addAll(splitsToPause);
            paused.removeAll(splitsToResume);
        }

        @Override
        public void close() {}
    }
}
