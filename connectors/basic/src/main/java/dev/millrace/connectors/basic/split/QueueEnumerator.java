package dev.millrace.connectors.basic.split;

import dev.millrace.core.connector.SourceSplit;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/** Deals out splits to readers that ask, until there are none. Its checkpoint is the list of splits that are left. */
public final class QueueEnumerator<SplitT extends SourceSplit> implements SplitEnumerator<SplitT, List<SplitT>> {

    private final SplitEnumeratorContext<SplitT> context;
    private final ArrayDeque<SplitT> splits;
    private final ToLongFunction<SplitT> amount;

    /** Deals out splits of which nobody knows how much they hold. */
    public QueueEnumerator(SplitEnumeratorContext<SplitT> context, Collection<SplitT> splits) {
        this(context, splits, null);
    }

    /**
     * Deals out splits.
     *
     * @param amount how much a split holds
     */
    public QueueEnumerator(
            SplitEnumeratorContext<SplitT> context, Collection<SplitT> splits, ToLongFunction<SplitT> amount) {
        this.context = context;
        this.splits = new ArrayDeque<>(splits);
        this.amount = amount;
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtaskId, String requesterHostname) {
        if (!context.registeredReaders().containsKey(subtaskId)) {
            return; // it has failed since, and asks again when it is back
        }
        SplitT split = splits.poll();
        if (split == null) {
            context.signalNoMoreSplits(subtaskId);
        } else {
            context.assignSplit(split, subtaskId);
        }
    }

    @Override
    public void addSplitsBack(List<SplitT> returned, int subtaskId) {
        for (int i = returned.size() - 1; i >= 0; i--) {
            splits.addFirst(returned.get(i));
        }
    }

    @Override
    public void addReader(int subtaskId) {}

    @Override
    public List<SplitT> snapshotState(long checkpointId) {
        return new ArrayList<>(splits);
    }

    @Override
    public long unassigned() {
        return amount == null
                ? -1
                : (long) splits.stream().mapToDouble(amount::applyAsLong).sum();
    }

    @Override
    public void close() {}
}
