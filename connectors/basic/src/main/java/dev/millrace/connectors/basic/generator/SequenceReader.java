package dev.millrace.connectors.basic.generator;

import dev.millrace.core.code.OwnCode;
import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import java.lang.invoke.MethodHandles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Emits a record for each number of its splits, with code of its own for each class of functions. */
@SuppressWarnings("try") // closes what a user wrote
final class SequenceReader<T> implements SourceReader<T, NumberSequenceSplit> {

    private final SourceReaderContext context;
    private final GeneratorFunction<Long, T> function;
    private final ArrayDeque<NumberSequenceSplit> waiting = new ArrayDeque<>();
    private NumberSequenceSplit current;
    private long next;
    private boolean noMoreSplits;
    private boolean opened;
    private CompletableFuture<Void> available = new CompletableFuture<>();

    SequenceReader(SourceReaderContext context, GeneratorFunction<Long, T> function) {
        this.context = context;
        this.function = function;
    }

    @SuppressWarnings("unchecked") // made with a function that fits
    static <T> SourceReader<T, NumberSequenceSplit> of(
            SourceReaderContext context, GeneratorFunction<Long, T> function) {
        return (SourceReader<T, NumberSequenceSplit>) OwnCode.make(
                MethodHandles.lookup(), SequenceReader.class, List.of(function.getClass()), context, function);
    }

    @Override
    public void start() {
        if (waiting.isEmpty()) {
            context.sendSplitRequest();
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<T> output) throws Exception {
        if (!opened) {
            function.open(context);
            opened = true;
        }
        if (current == null && !nextSplit()) {
            return noMoreSplits ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        long last = current.last();
        long number = next;
        for (int wanted = output.recordsWanted(); wanted > 0; wanted--) {
            output.collect(function.map(number));
            if (number == last) {
                current = null;
                break;
            }
            next = ++number;
        }
        return InputStatus.MORE_AVAILABLE;
    }

    private boolean nextSplit() {
        current = waiting.poll();
        if (current != null) {
            next = current.next();
            return true;
        }
        if (available.isDone()) {
            available = new CompletableFuture<>();
            if (!noMoreSplits) {
                context.sendSplitRequest();
            }
        }
        return false;
    }

    @Override
    public List<NumberSequenceSplit> snapshotState(long checkpointId) {
        List<NumberSequenceSplit> splits = new ArrayList<>();
        if (current != null) {
            splits.add(new NumberSequenceSplit(current.splitId(), next, current.last()));
        }
        splits.addAll(waiting);
        return splits;
    }

    @Override
    public long unread() {
        double ofCurrent = current == null ? 0 : (double) current.last() - next + 1;
        return (long) (ofCurrent
                + waiting.stream().mapToDouble(NumberSequenceSplit::left).sum());
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public void addSplits(List<NumberSequenceSplit> splits) {
        waiting.addAll(splits);
        available.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
        noMoreSplits = true;
        available.complete(null);
    }

    @Override
    public void close() throws Exception {
        if (opened) {
            function.close();
        }
    }
}
