package dev.millrace.verification.why;

import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.operator.Mailbox;
import dev.millrace.core.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Reads feeds as the clock goes on. */
final class FeedReader implements SourceReader<Long, Feed> {

    private final Clock clock;
    private final Mailbox mailbox;
    private final List<Progress> feeds = new ArrayList<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();

    /** How far a feed has come. */
    private static final class Progress {
        private final Feed feed;
        private final long sinceMillis;
        private long emitted;

        Progress(Feed feed, long sinceMillis) {
            this.feed = feed;
            this.sinceMillis = sinceMillis;
        }

        long dueMillis() {
            return emitted == feed.records() ? Long.MAX_VALUE : sinceMillis + emitted * feed.everyMillis();
        }
    }

    FeedReader(Clock clock, Mailbox mailbox) {
        this.clock = clock;
        this.mailbox = mailbox;
    }

    @Override
    public void start() {}

    @Override
    public InputStatus pollNext(ReaderOutput<Long> output) {
        long next = Long.MAX_VALUE;
        for (Progress progress : feeds) {
            if (progress.dueMillis() <= clock.millis()) {
                long timestamp = progress.feed.timestamp(progress.emitted);
                output.createOutputForSplit(progress.feed.splitId()).collect(timestamp, timestamp);
                progress.emitted++;
                return InputStatus.MORE_AVAILABLE;
            }
            next = Math.min(next, progress.dueMillis());
        }
        CompletableFuture<Void> waited = new CompletableFuture<>();
        available = waited;
        if (next != Long.MAX_VALUE) {
            mailbox.at(next, () -> waited.complete(null));
        }
        return InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public List<Feed> snapshotState(long checkpointId) {
        return feeds.stream().map(progress -> progress.feed).toList();
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public void addSplits(List<Feed> splits) {
        splits.forEach(split -> feeds.add(new Progress(split, clock.millis())));
        available.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {}
}
