package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;

/** What the engine gives to an enumerator. Used by the coordinating thread only, but for {@link #runInCoordinatorThread}. */
@ModelApi
public interface SplitEnumeratorContext<SplitT extends SourceSplit> {

    MetricGroup metricGroup();

    Clock clock();

    /** Sends an event to a reader, in order with the splits assigned to it; an error if no such reader is registered. */
    void sendEventToSourceReader(int subtaskId, SourceEvent event);

    /** The number of readers that the job has, registered or not. */
    int currentParallelism();

    /** The readers that are running now, by number, in rising order. */
    Map<Integer, ReaderInfo> registeredReaders();

    /** Gives splits to readers, which must be registered. */
    void assignSplits(SplitsAssignment<SplitT> newSplitAssignments);

    /** Gives one split to one reader, which must be registered. */
    default void assignSplit(SplitT split, int subtask) {
        assignSplits(new SplitsAssignment<>(Map.of(subtask, List.of(split))));
    }

    /** Tells a reader that it has got its last split. */
    void signalNoMoreSplits(int subtask);

    /**
     * Does something slow beside the coordinating thread and hands its result, or what it threw, to {@code handler} on the
     * coordinating thread. The two must share nothing that changes. What the handler throws fails the job.
     */
    <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler);

    /** The same again and again: first after {@code initialDelayMillis}, then {@code periodMillis} after each end. */
    <T> void callAsync(
            Callable<T> callable, BiConsumer<T, Throwable> handler, long initialDelayMillis, long periodMillis);

    /** Runs something on the coordinating thread. Safe for use by any thread. */
    void runInCoordinatorThread(Runnable runnable);

    /** Says whether the source reads old data, where throughput counts more than latency. */
    void setIsProcessingBacklog(boolean isProcessingBacklog);
}
