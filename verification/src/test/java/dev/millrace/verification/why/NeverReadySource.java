package dev.millrace.verification.why;

import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import dev.millrace.core.connector.StatefulReader;
import dev.millrace.core.connector.StatefulSource;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A source that is never ready for a snapshot, as a source function is that keeps the checkpoint lock. */
final class NeverReadySource implements StatefulSource<Long, Feed, ArrayList<Feed>> {

    private static final long serialVersionUID = 1;

    private final FeedSource feeds;

    NeverReadySource(FeedSource feeds) {
        this.feeds = feeds;
    }

    @Override
    public StatefulReader<Long, Feed> createReader(OperatorContext task, Executor waiting) {
        return new NeverReady(new FeedReader(task.clock(), task.mailbox()));
    }

    @Override
    public Boundedness getBoundedness() {
        return feeds.getBoundedness();
    }

    @Override
    public SplitEnumerator<Feed, ArrayList<Feed>> createEnumerator(SplitEnumeratorContext<Feed> context) {
        return feeds.createEnumerator(context);
    }

    @Override
    public SplitEnumerator<Feed, ArrayList<Feed>> restoreEnumerator(
            SplitEnumeratorContext<Feed> context, ArrayList<Feed> left) {
        return feeds.restoreEnumerator(context, left);
    }

    @Override
    public SimpleVersionedSerializer<Feed> getSplitSerializer() {
        return feeds.getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<ArrayList<Feed>> getEnumeratorCheckpointSerializer() {
        return feeds.getEnumeratorCheckpointSerializer();
    }

    private record NeverReady(FeedReader reader) implements StatefulReader<Long, Feed> {

        @Override
        public void restore(SnapshotReader snapshot) {}

        @Override
        public boolean isReadyForSnapshot(long checkpointId) {
            return false;
        }

        @Override
        public void snapshot(long checkpointId, SnapshotWriter writer) {}

        @Override
        public void start() {
            reader.start();
        }

        @Override
        public InputStatus pollNext(ReaderOutput<Long> output) {
            return reader.pollNext(output);
        }

        @Override
        public List<Feed> snapshotState(long checkpointId) {
            return reader.snapshotState(checkpointId);
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return reader.isAvailable();
        }

        @Override
        public void addSplits(List<Feed> splits) {
            reader.addSplits(splits);
        }

        @Override
        public void notifyNoMoreSplits() {
            reader.notifyNoMoreSplits();
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
