package dev.millrace.benchmarks.flink;

import dev.millrace.benchmarks.workload.SteadyRate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;

/** Emits each record when it is due. */
final class SteadyReader<T> implements SourceReader<T, NumberSource.Split> {
    /** How long the reader lets records come together; the JDK's own timer thread wakes it. */
    private static final long NAP_MICROS = 50;

    private final SourceReaderContext context;
    private final int sources;
    private final NumberSource.Maker<T> maker;
    private final NumberReader.Emission<T> emission = new NumberReader.Emission<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private NumberSource.Split split;
    private long start;
    private long next;
    private boolean noMoreSplits;

    SteadyReader(SourceReaderContext context, NumberSource.Maker<T> maker) {
        this.context = context;
        this.sources = context.currentParallelism();
        this.maker = maker;
    }

    @Override
    public void start() {
        context.sendSplitRequest();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<T> output) {
        if (split == null) {
            return noMoreSplits ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        if (next == split.end) {
            return InputStatus.END_OF_INPUT;
        }
        long due = SteadyRate.due(start, next, sources);
        if (due > System.nanoTime()) {
            available = new CompletableFuture<Void>().completeOnTimeout(null, NAP_MICROS, TimeUnit.MICROSECONDS);
            return InputStatus.NOTHING_AVAILABLE;
        }
        emission.to(output);
        maker.make(next++, split.source, sources, due, emission);
        return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public List<NumberSource.Split> snapshotState(long checkpoint) {
        return split == null ? List.of() : List.of(new NumberSource.Split(split.source, next, split.end));
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public void addSplits(List<NumberSource.Split> splits) {
        split = splits.get(0);
        next = split.next;
        start = System.nanoTime();
        available.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
        noMoreSplits = true;
        available.complete(null);
    }

    @Override
    public void close() {}
}
