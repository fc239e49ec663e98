package dev.millrace.cluster.source;

import dev.millrace.core.connector.ReaderInfo;
import dev.millrace.core.connector.SourceEvent;
import dev.millrace.core.connector.SourceSplit;
import dev.millrace.core.connector.SplitEnumeratorContext;
import dev.millrace.core.connector.SplitsAssignment;
import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;

/** What the enumerator of a source is given. Used on its worker. */
final class EnumeratorContext<SplitT extends SourceSplit> implements SplitEnumeratorContext<SplitT> {

    private final EnumeratorWorker<SplitT, ?> worker;
    private final MetricGroup metrics;
    private final Clock clock;
    private final int parallelism;
    private final TreeMap<Integer, ReaderInfo> readers = new TreeMap<>();

    EnumeratorContext(EnumeratorWorker<SplitT, ?> worker, MetricGroup metrics, Clock clock, int parallelism) {
        this.worker = worker;
        this.metrics = metrics;
        this.clock = clock;
        this.parallelism = parallelism;
    }

    void registered(ReaderInfo reader) {
        readers.put(reader.subtaskId(), reader);
    }

    void unregistered(int subtask) {
        readers.remove(subtask);
    }

    @Override
    public MetricGroup metricGroup() {
        return metrics;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public void sendEventToSourceReader(int subtaskId, SourceEvent event) {
        requireRegistered(subtaskId);
        worker.sendEvent(subtaskId, event);
    }

    @Override
    public int currentParallelism() {
        return parallelism;
    }

    @Override
    public Map<Integer, ReaderInfo> registeredReaders() {
        return Collections.unmodifiableMap(new TreeMap<>(readers));
    }

    @Override
    public void assignSplits(SplitsAssignment<SplitT> newSplitAssignments) {
        new TreeMap<>(newSplitAssignments.assignment()).forEach((subtask, splits) -> {
            requireRegistered(subtask);
            worker.assign(subtask, splits);
        });
    }

    @Override
    public void signalNoMoreSplits(int subtask) {
        requireRegistered(subtask);
        worker.noMoreSplits(subtask);
    }

    private void requireRegistered(int subtask) {
        if (!readers.containsKey(subtask)) {
            throw new IllegalArgumentException("reader " + subtask + " is not registered; registered are "
                    + readers.keySet() + ". Keep what is meant for it until addReader(" + subtask + ") is called");
        }
    }

    @Override
    public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {
        worker.callBeside(callable, handler, () -> {});
    }

    @Override
    public <T> void callAsync(
            Callable<T> callable, BiConsumer<T, Throwable> handler, long initialDelayMillis, long periodMillis) {
        worker.wakeAfter(initialDelayMillis, () -> repeat(callable, handler, periodMillis));
    }

    private <T> void repeat(Callable<T> callable, BiConsumer<T, Throwable> handler, long periodMillis) {
        worker.callBeside(
                callable, handler, () -> worker.wakeAfter(periodMillis, () -> repeat(callable, handler, periodMillis)));
    }

    @Override
    public void runInCoordinatorThread(Runnable runnable) {
        worker.execute(runnable::run);
    }

    /** Whether a backlog is read changes nothing yet that a job could see: checkpoints keep their one interval. */
    @Override
    public void setIsProcessingBacklog(boolean isProcessingBacklog) {}
}
