package dev.millrace.connectors.basic.hybrid;

import dev.millrace.core.connector.ReaderInfo;
import dev.millrace.core.connector.SourceEvent;
import dev.millrace.core.connector.SourceSplit;
import dev.millrace.core.connector.SplitEnumeratorContext;
import dev.millrace.core.connector.SplitsAssignment;
import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;

/**
 * What the enumerator of one source is given: it sees the readers that have come to its source, and is not called any more
 * when they have left it. Used by the coordinating thread, but for {@link #runInCoordinatorThread}.
 */
final class StageContext implements SplitEnumeratorContext<SourceSplit> {

    private final Stage<?> stage;
    private final boolean last;
    private final SplitEnumeratorContext<HybridSourceSplit> real;
    private final IntPredicate isHere;
    private volatile boolean closed;

    /**
     * @param last whether no source follows
     * @param isHere whether a reader has come to the source
     */
    StageContext(Stage<?> stage, boolean last, SplitEnumeratorContext<HybridSourceSplit> real, IntPredicate isHere) {
        this.stage = stage;
        this.last = last;
        this.real = real;
        this.isHere = isHere;
    }

    /** The enumerator is not called any more. */
    void close() {
        closed = true;
    }

    @Override
    public MetricGroup metricGroup() {
        return real.metricGroup();
    }

    @Override
    public Clock clock() {
        return real.clock();
    }

    @Override
    public void sendEventToSourceReader(int subtaskId, SourceEvent event) {
        real.sendEventToSourceReader(subtaskId, new SeamEvent.Inner(stage.index(), event));
    }

    @Override
    public int currentParallelism() {
        return real.currentParallelism();
    }

    @Override
    public Map<Integer, ReaderInfo> registeredReaders() {
        Map<Integer, ReaderInfo> here = new TreeMap<>(real.registeredReaders());
        here.keySet().removeIf(reader -> !isHere.test(reader));
        return here;
    }

    @Override
    public void assignSplits(SplitsAssignment<SourceSplit> newSplitAssignments) {
        Map<Integer, List<HybridSourceSplit>> wrapped = new TreeMap<>();
        newSplitAssignments.assignment().forEach((reader, splits) -> wrapped.put(reader, stage.wrap(splits)));
        real.assignSplits(new SplitsAssignment<>(wrapped));
    }

    @Override
    public void signalNoMoreSplits(int subtask) {
        if (last) {
            real.signalNoMoreSplits(subtask);
        } else {
            real.sendEventToSourceReader(subtask, new SeamEvent.NoMore(stage.index()));
        }
    }

    @Override
    public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {
        real.callAsync(whileOpen(callable), whileOpen(handler));
    }

    @Override
    public <T> void callAsync(
            Callable<T> callable, BiConsumer<T, Throwable> handler, long initialDelayMillis, long periodMillis) {
        real.callAsync(whileOpen(callable), whileOpen(handler), initialDelayMillis, periodMillis);
    }

    private <T> Callable<T> whileOpen(Callable<T> callable) {
        return () -> closed ? null : callable.call();
    }

    private <T> BiConsumer<T, Throwable> whileOpen(BiConsumer<T, Throwable> handler) {
        return (result, failure) -> {
            if (!closed) {
                handler.accept(result, failure);
            }
        };
    }

    @Override
    public void runInCoordinatorThread(Runnable runnable) {
        real.runInCoordinatorThread(() -> {
            if (!closed) {
                runnable.run();
            }
        });
    }

    @Override
    public void setIsProcessingBacklog(boolean isProcessingBacklog) {
        real.setIsProcessingBacklog(isProcessingBacklog);
    }
}
