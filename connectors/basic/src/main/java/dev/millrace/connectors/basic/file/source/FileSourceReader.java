package dev.millrace.connectors.basic.file.source;

import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one split after the other. It asks for the next split when it begins one, so that it never waits between two.
 * Everything happens on the task's thread: files of this machine answer faster than a hand-over would.
 */
final class FileSourceReader<T> implements SourceReader<T, FileSourceSplit> {

    private static final Logger LOG = LoggerFactory.getLogger(FileSourceReader.class);

    private final SourceReaderContext context;
    private final StreamFormat<T> format;
    private final ArrayDeque<FileSourceSplit> waiting = new ArrayDeque<>();
    private SplitReading<T> current;
    private boolean noMoreSplits;
    private CompletableFuture<Void> available = new CompletableFuture<>();

    FileSourceReader(SourceReaderContext context, StreamFormat<T> format) {
        this.context = context;
        this.format = format;
    }

    @Override
    public void start() {
        if (waiting.isEmpty()) {
            context.sendSplitRequest();
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<T> output) throws Exception {
        if (current == null && !openNext()) {
            return noMoreSplits ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        for (int wanted = output.recordsWanted(); wanted > 0; wanted--) {
            T record = current.read();
            if (record == null) {
                LOG.info("Read {} to its end", current.name());
                current.close();
                current = null;
                break;
            }
            output.collect(record);
        }
        return InputStatus.MORE_AVAILABLE;
    }

    private boolean openNext() throws IOException {
        FileSourceSplit split = waiting.poll();
        if (split == null) {
            if (available.isDone()) {
                available = new CompletableFuture<>();
            }
            return false;
        }
        if (waiting.isEmpty() && !noMoreSplits) {
            context.sendSplitRequest();
        }
        CheckpointedPosition position = split.readerPosition();
        if (position == null) {
            LOG.info("Reading {} from byte {}", split.path(), split.offset());
        } else {
            LOG.info(
                    "Resuming {} at byte {}, record {}",
                    split.path(),
                    position.offset(),
                    position.recordsAfterOffset());
        }
        current = SplitReading.open(split, format, context.getConfiguration());
        return true;
    }

    @Override
    public List<FileSourceSplit> snapshotState(long checkpointId) {
        List<FileSourceSplit> splits = new ArrayList<>();
        if (current != null) {
            splits.add(current.here());
        }
        splits.addAll(waiting);
        return splits;
    }

    @Override
    public long unread() {
        long ofCurrent = current == null ? 0 : current.here().left();
        return ofCurrent + waiting.stream().mapToLong(FileSourceSplit::left).sum();
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public void addSplits(List<FileSourceSplit> splits) {
        waiting.addAll(splits);
        available.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
        noMoreSplits = true;
        available.complete(null);
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }
}
