package dev.millrace.connectors.basic.socket;

import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Emits the lines that the receiving thread has queued. Used by the task's thread. */
final class SocketReader implements SourceReader<String, SocketSplit> {

    private final SourceReaderContext context;
    private final SocketTextSource.Address address;
    private List<SocketSplit> splits = List.of();
    private LineReceiver receiver;
    private boolean noMoreSplits;
    private CompletableFuture<Void> assigned = new CompletableFuture<>();

    SocketReader(SourceReaderContext context, SocketTextSource.Address address) {
        this.context = context;
        this.address = address;
    }

    @Override
    public void start() {
        if (splits.isEmpty()) {
            context.sendSplitRequest();
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<String> output) throws IOException {
        if (splits.isEmpty()) {
            return noMoreSplits ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        if (receiver == null) {
            receiver = LineReceiver.start(address);
        }
        for (int wanted = output.recordsWanted(); wanted > 0; wanted--) {
            String line = receiver.poll();
            if (line == null) {
                return receiver.isEnded() ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
            }
            output.collect(line);
        }
        return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public List<SocketSplit> snapshotState(long checkpointId) {
        return splits;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return receiver == null ? assigned : receiver.available();
    }

    @Override
    public void addSplits(List<SocketSplit> newSplits) {
        splits = newSplits;
        assigned.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
        noMoreSplits = true;
        assigned.complete(null);
    }

    @Override
    public void close() throws IOException {
        if (receiver != null) {
            receiver.close();
        }
    }
}
