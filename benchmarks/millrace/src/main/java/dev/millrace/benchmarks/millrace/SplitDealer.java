package dev.millrace.benchmarks.millrace;

import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives each reader that asks a split, until there are none. */
final class SplitDealer implements SplitEnumerator<NumberSource.Split, List<NumberSource.Split>> {
    private static final AtomicInteger CHECKPOINTS = new AtomicInteger();

    private final SplitEnumeratorContext<NumberSource.Split> context;
    private final Deque<NumberSource.Split> splits;

    SplitDealer(SplitEnumeratorContext<NumberSource.Split> context, List<NumberSource.Split> splits) {
        this.context = context;
        this.splits = new ArrayDeque<>(splits);
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int reader, String host) {
        NumberSource.Split split = splits.poll();
        if (split != null) {
            context.assignSplit(split, reader);
        }
        context.signalNoMoreSplits(reader);
    }

    @Override
    public void addSplitsBack(List<NumberSource.Split> back, int reader) {
        splits.addAll(back);
    }

    @Override
    public void addReader(int reader) {}

    @Override
    public List<NumberSource.Split> snapshotState(long checkpoint) {
        return new ArrayList<>(splits);
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
        CHECKPOINTS.incrementAndGet();
    }

    /** How many checkpoints of this process have been completed since it was asked last. */
    static int takeCheckpoints() {
        return CHECKPOINTS.getAndSet(0);
    }

    @Override
    public void close() {}
}
