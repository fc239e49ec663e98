package dev.millrace.connectors.basic.hybrid;

import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceEvent;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.connector.SourceSplit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Reads the source that the enumerator names, to its end, says so, and waits for the next name. Splits of other sources, which
 * come from a checkpoint, wait until their source is named; those of earlier sources come first. Owned by the task's thread.
 */
@SuppressWarnings("try") // the close of a reader may be interrupted
final class HybridReader<T> implements SourceReader<T, HybridSourceSplit> {

    private final SourceReaderContext context;
    private final List<HybridSource.Entry<T>> entries;
    private final TreeMap<Integer, List<HybridSourceSplit>> waiting = new TreeMap<>();

    /** What is read now, and with what; null between two sources. */
    private Stage<T> stage;

    private SourceReader<T, SourceSplit> inner;
    private StageOutput<T> output;
    private CompletableFuture<Void> begun = new CompletableFuture<>();

    HybridReader(SourceReaderContext context, List<HybridSource.Entry<T>> entries) {
        this.context = context;
        this.entries = entries;
    }

    @Override
    public void start() {
        ready(SeamEvent.NONE);
    }

    private void ready(int finished) {
        int holds = waiting.isEmpty() ? SeamEvent.NONE : waiting.firstKey();
        context.sendSourceEventToCoordinator(new SeamEvent.Ready(finished, holds));
    }

    private void begin(SeamEvent.Begin begin) {
        if (inner != null) {
            throw new IllegalStateException(
                    "source " + begin.index() + " is to be read while source " + stage.index() + " is not at its end");
        }
        Source<?, ?, ?> source =
                begin.made() == null ? entries.get(begin.index()).given() : begin.made();
        stage = Stage.of(begin.index(), source);
        try {
            inner = stage.source().createReader(new StageReaderContext(begin.index(), context));
        } catch (Exception e) {
            throw new IllegalStateException("source " + begin.index() + " of a hybrid source cannot be read", e);
        }
        output = new StageOutput<>(begin.index());
        List<HybridSourceSplit> held = waiting.remove(begin.index());
        if (held != null) {
            inner.addSplits(stage.unwrap(held));
        }
        inner.start();
        begun.complete(null);
    }

    private boolean isLast() {
        return stage.index() == entries.size() - 1;
    }

    @Override
    public InputStatus pollNext(ReaderOutput<T> real) throws Exception {
        if (inner == null) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        InputStatus status = inner.pollNext(output.to(real));
        if (status != InputStatus.END_OF_INPUT || isLast()) {
            return status;
        }
        int finished = stage.index();
        begun = new CompletableFuture<>();
        close();
        ready(finished);
        return InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public List<HybridSourceSplit> snapshotState(long checkpointId) {
        List<HybridSourceSplit> splits = new ArrayList<>();
        waiting.values().forEach(splits::addAll);
        if (inner != null) {
            splits.addAll(stage.wrap(inner.snapshotState(checkpointId)));
        }
        return splits;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return inner == null ? begun : inner.isAvailable();
    }

    @Override
    public void addSplits(List<HybridSourceSplit> splits) {
        List<HybridSourceSplit> now = new ArrayList<>();
        for (HybridSourceSplit split : splits) {
            if (isReading(split.sourceIndex())) {
                now.add(split);
            } else {
                waiting.computeIfAbsent(split.sourceIndex(), index -> new ArrayList<>())
                        .add(split);
            }
        }
        if (!now.isEmpty()) {
            inner.addSplits(stage.unwrap(now));
        }
    }

    private boolean isReading(int index) {
        return inner != null && stage.index() == index;
    }

    /** Comes for the last source only; for the others there is {@link SeamEvent.NoMore}. */
    @Override
    public void notifyNoMoreSplits() {
        if (isReading(entries.size() - 1)) {
            inner.notifyNoMoreSplits();
        }
    }

    @Override
    public void handleSourceEvents(SourceEvent event) {
        if (event instanceof SeamEvent.Begin begin) {
            begin(begin);
        } else if (event instanceof SeamEvent.NoMore noMore && isReading(noMore.index())) {
            inner.notifyNoMoreSplits();
        } else if (event instanceof SeamEvent.Inner own && isReading(own.index())) {
            inner.handleSourceEvents(own.event());
        }
    }

    @Override
    public void pauseOrResumeSplits(Collection<String> splitsToPause, Collection<String> splitsToResume) {
        if (inner != null) {
            inner.pauseOrResumeSplits(ofStage(splitsToPause), ofStage(splitsToResume));
        }
    }

    private List<String> ofStage(Collection<String> splits) {
        String prefix = HybridSourceSplit.idOf(stage.index(), "");
        return splits.stream()
                .filter(split -> split.startsWith(prefix))
                .map(split -> split.substring(prefix.length()))
                .toList();
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        if (inner != null) {
            inner.notifyCheckpointComplete(checkpointId);
        }
    }

    @Override
    public void notifyCheckpointAborted(long checkpointId) throws Exception {
        if (inner != null) {
            inner.notifyCheckpointAborted(checkpointId);
        }
    }

    @Override
    public void close() throws Exception {
        SourceReader<T, SourceSplit> open = inner;
        inner = null;
        if (open != null) {
            open.close();
        }
    }
}
