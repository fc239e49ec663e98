package dev.millrace.verification.why;

import dev.millrace.cluster.protocol.JavaBytes;
import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@link Feed}s for ever: each record is its own timestamp. */
final class FeedSource implements Source<Long, Feed, ArrayList<Feed>> {

    private static final long serialVersionUID = 1;

    private final ArrayList<Feed> feeds;

    FeedSource(Feed... feeds) {
        this.feeds = new ArrayList<>(List.of(feeds));
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<Long, Feed> createReader(SourceReaderContext context) {
        return new FeedReader(context.clock(), context.mailbox());
    }

    @Override
    public SplitEnumerator<Feed, ArrayList<Feed>> createEnumerator(SplitEnumeratorContext<Feed> context) {
        return new Dealer(context, feeds);
    }

    @Override
    public SplitEnumerator<Feed, ArrayList<Feed>> restoreEnumerator(
            SplitEnumeratorContext<Feed> context, ArrayList<Feed> left) {
        return new Dealer(context, left);
    }

    /** Gives each reader its feeds when it comes. */
    private record Dealer(SplitEnumeratorContext<Feed> context, ArrayList<Feed> feeds)
            implements SplitEnumerator<Feed, ArrayList<Feed>> {

        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int subtaskId, String requesterHostname) {}

        @Override
        public void addSplitsBack(List<Feed> splits, int subtaskId) {
            feeds.addAll(splits);
        }

        @Override
        public void addReader(int subtaskId) {
            for (Feed feed : List.copyOf(feeds)) {
                if (feed.reader() == subtaskId) {
                    feeds.remove(feed);
                    context.assignSplit(feed, subtaskId);
                }
            }
        }

        @Override
        public ArrayList<Feed> snapshotState(long checkpointId) {
            return new ArrayList<>(feeds);
        }

        @Override
        public void close() {}
    }

    /** Java serialization will do. */
    private record AsJava<T>(Class<?> type) implements SimpleVersionedSerializer<T> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(T value) throws IOException {
            return JavaBytes.write(value);
        }

        @Override
        @SuppressWarnings("unchecked") // it was written from one
        public T deserialize(int version, byte[] bytes) throws IOException {
            try {
                return (T) JavaBytes.read(bytes, type, FeedSource.class.getClassLoader());
            } catch (ClassNotFoundException absent) {
                throw new IOException(absent);
            }
        }
    }

    @Override
    public SimpleVersionedSerializer<Feed> getSplitSerializer() {
        return new AsJava<>(Feed.class);
    }

    @Override
    public SimpleVersionedSerializer<ArrayList<Feed>> getEnumeratorCheckpointSerializer() {
        return new AsJava<>(ArrayList.class);
    }
}
