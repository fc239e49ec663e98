package dev.millrace.benchmarks.millrace;

import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Emits one record per call, as readers written for other engines do. */
final class NumberReader<T> implements SourceReader<T, NumberSource.Split> {
    private final SourceReaderContext context;
    private final int sources;
    private final NumberSource.Maker<T> maker;
    private final Emission<T> emission = new Emission<>();
    private final CompletableFuture<Void> assigned = new CompletableFuture<>();
    private NumberSource.Split split;
    private long next;
    private boolean noMoreSplits;

    NumberReader(SourceReaderContext context, NumberSource.Maker<T> maker) {
        this.context = context;
        this.sources = context.currentParallelism();
        this.maker = maker;
    }

    @Override
    public void start() {
        if (split == null) {
            context.sendSplitRequest();
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<T> output) {
        if (split == null) {
            return noMoreSplits ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        if (next == split.end) {
            return InputStatus.END_OF_INPUT;
        }
        emission.to(output);
        maker.make(next++, split.source, sources, 0, emission);
        return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public List<NumberSource.Split> snapshotState(long checkpoint) {
        return split == null ? List.of() : List.of(new NumberSource.Split(split.source, next, split.end));
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return assigned;
    }

    @Override
    public void addSplits(List<NumberSource.Split> splits) {
        split = splits.get(0);
        next = split.next;
        assigned.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
        noMoreSplits = true;
        assigned.complete(null);
    }

    @Override
    public void close() {}

    /** Hands records to the output of the call. */
    static final class Emission<T> implements NumberSource.Emitter<T> {
        private ReaderOutput<T> output;

        void to(ReaderOutput<T> newOutput) {
            if (output != newOutput) {
                output = newOutput;
            }
        }

        @Override
        public void emit(T value) {
            output.collect(value);
        }

        @Override
        public void emit(T value, long time) {
            output.collect(value, time);
        }
    }
}
