package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Reads the splits that it is given. One thread calls it, and no call waits for data: a reader that has none answers
 * {@link InputStatus#NOTHING_AVAILABLE} and completes {@link #isAvailable()} when it has. {@code close} comes once, also
 * after a failure.
 *
 * @param <T> the records
 * @param <SplitT> the splits
 */
@ModelApi
@SuppressWarnings("try") // a close that waits for the outside world may be interrupted
public interface SourceReader<T, SplitT extends SourceSplit> extends AutoCloseable {

    /** The most records that one call of {@link #pollNext} may emit: the bound on what a barrier waits behind. */
    int RECORDS_PER_POLL_MAX = 256;

    /** Begins; restored splits have been added before. A reader without splits asks for one here, if it has to ask. */
    void start();

    /**
     * Emits some records and says whether there are more. One call may emit a whole batch, up to {@link
     * ReaderOutput#recordsWanted}, and it ends early when it would have to wait. The task calls again as long as the
     * answer is {@link InputStatus#MORE_AVAILABLE}; between two calls barriers pass and mail is read, so positions must be
     * exact whenever this returns.
     */
    InputStatus pollNext(ReaderOutput<T> output) throws Exception;

    /** The splits that are not read to their end, each with its position after the last record emitted. */
    List<SplitT> snapshotState(long checkpointId);

    /**
     * Completes when there may be something to poll. A future that is complete after {@code NOTHING_AVAILABLE} means: poll
     * at once. It may be completed by any thread.
     */
    CompletableFuture<Void> isAvailable();

    /** Takes more splits: restored ones before {@link #start}, assigned ones later. */
    void addSplits(List<SplitT> splits);

    /** No split will be added any more: after those it has, the reader ends. */
    void notifyNoMoreSplits();

    /**
     * Some splits are ahead of what the source's group allows, others no longer are. A reader that reads several splits by
     * turns leaves the first alone until they are resumed; one that reads a split after the other need not care, because it
     * is not called while its only split is ahead.
     */
    default void pauseOrResumeSplits(Collection<String> splitsToPause, Collection<String> splitsToResume) {}

    /**
     * How much of its splits is still to be read, in a unit of the source's own, such as bytes or records; -1 when it cannot
     * tell. With {@link SplitEnumerator#unassigned} it shows how far a bounded job has come. Asked now and then, never before
     * {@link #start}.
     */
    default long unread() {
        return -1;
    }

    /** The enumerator has sent an event of the source's own. */
    default void handleSourceEvents(SourceEvent sourceEvent) {}

    /** A checkpoint is durable; may come for some checkpoints only, a later one covers those before it. */
    default void notifyCheckpointComplete(long checkpointId) throws Exception {}

    /** A checkpoint will never complete. */
    default void notifyCheckpointAborted(long checkpointId) throws Exception {}
}
