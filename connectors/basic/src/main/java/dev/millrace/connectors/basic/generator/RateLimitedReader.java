package dev.millrace.connectors.basic.generator;

import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SourceEvent;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.connector.SourceSplit;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Polls another reader for one record at a time, when a limiter allows it. */
@SuppressWarnings("try") // closes what a user wrote
final class RateLimitedReader<T, SplitT extends SourceSplit> implements SourceReader<T, SplitT> {

    private final SourceReader<T, SplitT> reader;
    private final RateLimiter limiter;
    private final SourceReaderContext context;
    private final CountedOutput<T> counted = new CountedOutput<>();

    /** Records allowed and not emitted; below 0 when a reader emits more than it was asked for. */
    private int allowed;

    private CompletableFuture<Void> asked;

    RateLimitedReader(SourceReader<T, SplitT> reader, RateLimiter limiter, SourceReaderContext context) {
        this.reader = reader;
        this.limiter = limiter;
        this.context = context;
    }

    @Override
    public void start() {
        limiter.open(context);
        reader.start();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<T> output) throws Exception {
        counted.target(output);
        for (int wanted = output.recordsWanted(); wanted > 0; wanted -= counted.count()) {
            if (!acquire()) {
                return InputStatus.NOTHING_AVAILABLE;
            }
            counted.restart();
            InputStatus status = reader.pollNext(counted);
            allowed -= counted.count();
            if (status != InputStatus.MORE_AVAILABLE || counted.count() == 0) {
                return status;
            }
        }
        return InputStatus.MORE_AVAILABLE;
    }

    private boolean acquire() {
        while (allowed < 1) {
            if (asked == null) {
                asked = limiter.acquire().toCompletableFuture();
            }
            if (!asked.isDone()) {
                return false;
            }
            asked.join(); // a limiter that failed fails the reader
            asked = null;
            allowed++;
        }
        return true;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return asked == null ? reader.isAvailable() : asked;
    }

    @Override
    public List<SplitT> snapshotState(long checkpointId) {
        return reader.snapshotState(checkpointId);
    }

    @Override
    public long unread() {
        return reader.unread();
    }

    @Override
    public void addSplits(List<SplitT> splits) {
        reader.addSplits(splits);
    }

    @Override
    public void notifyNoMoreSplits() {
        reader.notifyNoMoreSplits();
    }

    @Override
    public void handleSourceEvents(SourceEvent sourceEvent) {
        reader.handleSourceEvents(sourceEvent);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        limiter.notifyCheckpointComplete(checkpointId);
        reader.notifyCheckpointComplete(checkpointId);
    }

    @Override
    public void notifyCheckpointAborted(long checkpointId) throws Exception {
        reader.notifyCheckpointAborted(checkpointId);
    }

    @Override
    public void close() throws Exception {
        reader.close();
    }
}
