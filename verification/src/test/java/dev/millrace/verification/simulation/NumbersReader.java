package dev.millrace.verification.simulation;

import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SourceOutput;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.testkit.world.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Reads ranges of numbers, some at a time, and pauses now and then. A number's timestamp is the number. */
final class NumbersReader implements SourceReader<Long, Numbers.Range> {
    private final SourceReaderContext context;
    private final int pauseMillisMax;
    private final Deque<Numbers.Range> splits = new ArrayDeque<>();
    private CompletableFuture<Void> available = CompletableFuture.completedFuture(null);
    private boolean asked;
    private boolean noMore;

    NumbersReader(SourceReaderContext context, int pauseMillisMax) {
        this.context = context;
        this.pauseMillisMax = pauseMillisMax;
    }

    @Override
    public void start() {
        ask();
    }

    private void ask() {
        if (splits.isEmpty() && !asked && !noMore) {
            asked = true;
            context.sendSplitRequest();
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Long> output) {
        if (splits.isEmpty()) {
            ask();
            available = new CompletableFuture<>();
            return noMore ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        World world = World.current();
        if (pauseMillisMax > 0 && world.random().nextInt(3) == 0) {
            CompletableFuture<Void> later = new CompletableFuture<>();
            available = later;
            long nanos = world.random().nextLong(TimeUnit.MILLISECONDS.toNanos(pauseMillisMax));
            world.currentProcess().after(nanos, () -> later.complete(null));
            return InputStatus.NOTHING_AVAILABLE;
        }
        emit(output, 1 + world.random().nextInt(1 << world.random().nextInt(8)));
        return InputStatus.MORE_AVAILABLE;
    }

    private void emit(ReaderOutput<Long> output, int count) {
        Numbers.Range range = splits.poll();
        SourceOutput<Long> ofSplit = output.createOutputForSplit(range.splitId());
        long until = Math.min(range.end(), range.next() + count);
        for (long number = range.next(); number < until; number++) {
            ofSplit.collect(number, number);
        }
        if (until < range.end()) {
            splits.push(new Numbers.Range(range.first(), until, range.end()));
        } else {
            output.releaseOutputForSplit(range.splitId());
        }
    }

    @Override
    public List<Numbers.Range> snapshotState(long checkpointId) {
        return new ArrayList<>(splits);
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public void addSplits(List<Numbers.Range> added) {
        splits.addAll(added);
        asked = false;
        available.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
        noMore = true;
        available.complete(null);
    }

    @Override
    public void close() {}
}
