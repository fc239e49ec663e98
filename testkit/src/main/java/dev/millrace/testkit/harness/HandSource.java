package dev.millrace.testkit.harness;

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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A source that emits what it is told to. It never travels: the reader is the one that the harness holds. */
final class HandSource<T> implements Source<T, HandSource.None, HandSource.None> {
    private static final long serialVersionUID = 1;

    private transient Hand<T> hand;

    /** There are no splits. */
    record None() implements SourceSplit {
        @Override
        public String splitId() {
            return "none";
        }
    }

    HandSource(Hand<T> hand) {
        this.hand = hand;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<T, None> createReader(SourceReaderContext context) {
        return hand;
    }

    @Override
    public SplitEnumerator<None, None> createEnumerator(SplitEnumeratorContext<None> context) {
        throw new UnsupportedOperationException("what is driven by hand has no splits");
    }

    @Override
    public SplitEnumerator<None, None> restoreEnumerator(SplitEnumeratorContext<None> context, None checkpoint) {
        throw new UnsupportedOperationException("what is driven by hand has no splits");
    }

    @Override
    public SimpleVersionedSerializer<None> getSplitSerializer() {
        return new NoneSerializer();
    }

    @Override
    public SimpleVersionedSerializer<None> getEnumeratorCheckpointSerializer() {
        return new NoneSerializer();
    }

    private static final class NoneSerializer implements SimpleVersionedSerializer<None> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(None value) {
            return new byte[0];
        }

        @Override
        public None deserialize(int version, byte[] serialized) {
            return new None();
        }
    }

    /** The reader, which does one thing after the other that it is told. */
    static final class Hand<T> implements SourceReader<T, None> {
        private final Deque<Consumer<ReaderOutput<T>>> actions = new ArrayDeque<>();
        private CompletableFuture<Void> available = new CompletableFuture<>();
        private boolean ended;

        void tell(Consumer<ReaderOutput<T>> action) {
            actions.add(action);
            available.complete(null);
        }

        void end() {
            ended = true;
            available.complete(null);
        }

        @Override
        public void start() {}

        @Override
        public InputStatus pollNext(ReaderOutput<T> output) {
            Consumer<ReaderOutput<T>> action = actions.poll();
            if (action != null) {
                action.accept(output);
                return InputStatus.MORE_AVAILABLE;
            }
            available = new CompletableFuture<>();
            return ended ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }

        @Override
        public List<None> snapshotState(long checkpointId) {
            return List.of();
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return available;
        }

        @Override
        public void addSplits(List<None> splits) {}

        @Override
        public void notifyNoMoreSplits() {}

        @Override
        public void close() {}
    }
}
