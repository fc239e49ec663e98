package dev.millrace.testkit.stand;

import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SourceReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A reader that does one thing after the other that it is told. */
public final class Hand<T> implements SourceReader<T, GivenSource.None> {
    private final Deque<Consumer<ReaderOutput<T>>> actions = new ArrayDeque<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private boolean ended;

    /** Does this when the others before it are done. */
    public void tell(Consumer<ReaderOutput<T>> action) {
        actions.add(action);
        available.complete(null);
    }

    /** Ends the data when all is done. */
    public void end() {
        ended = true;
        available.complete(null);
    }

    @Override
    public void start() {}

    @Override
    public InputStatus pollNext(ReaderOutput<T> output) {
        Consumer<ReaderOutput<T>> action = actions.poll();
        if (action != null) {
            action.accept(output);
            return InputStatus.MORE_AVAILABLE;
        }
        available = new CompletableFuture<>();
        return ended ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public List<GivenSource.None> snapshotState(long checkpointId) {
        return List.of();
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public void addSplits(List<GivenSource.None> splits) {}

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {}
}
