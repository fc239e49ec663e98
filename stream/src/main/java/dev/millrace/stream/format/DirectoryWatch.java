package dev.millrace.stream.format;

import dev.millrace.connectors.basic.file.format.FileInputFormat;
import dev.millrace.connectors.basic.file.format.FileInputSplit;
import dev.millrace.core.file.Path;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.state.CheckpointedFunction;
import dev.millrace.core.state.FunctionInitializationContext;
import dev.millrace.core.state.FunctionSnapshotContext;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.stream.source.RichSourceFunction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Emits the splits of new files, and of files that have been changed, whenever it looks, for ever. */
public final class DirectoryWatch extends RichSourceFunction<FileInputSplit> implements CheckpointedFunction {
    private static final long serialVersionUID = 1;

    private final FileInputFormat<?> format;
    private final long intervalMillis;
    private final int splitsMin;
    private transient ListState<Seen> kept;
    private transient Map<String, Long> seen;
    private transient volatile boolean cancelled;

    /**
     * A file as it was when its splits were emitted.
     *
     * @param modifiedMillis since the epoch
     */
    record Seen(String path, long modifiedMillis) {}

    /**
     * @param intervalMillis between two looks
     * @param splitsMin how many splits the files are cut into at least
     */
    public DirectoryWatch(FileInputFormat<?> format, long intervalMillis, int splitsMin) {
        if (intervalMillis < 1) {
            throw new IllegalArgumentException(
                    "files are looked for every 1 or more milliseconds, not " + intervalMillis);
        }
        this.format = format;
        this.intervalMillis = intervalMillis;
        this.splitsMin = splitsMin;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        kept = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("files", Seen.class));
        seen = new TreeMap<>();
        kept.get().forEach(file -> seen.put(file.path(), file.modifiedMillis()));
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        kept.update(seen.entrySet().stream()
                .map(file -> new Seen(file.getKey(), file.getValue()))
                .toList());
    }

    @Override
    public void open(Configuration parameters) {
        format.configure(new Configuration());
    }

    @Override
    public void run(SourceContext<FileInputSplit> context) throws Exception {
        while (!cancelled) {
            Map<Path, List<FileInputSplit>> files = new TreeMap<>();
            for (FileInputSplit split : format.createInputSplits(splitsMin)) {
                files.computeIfAbsent(split.getPath(), path -> new ArrayList<>())
                        .add(split);
            }
            for (Map.Entry<Path, List<FileInputSplit>> file : files.entrySet()) {
                emit(file.getKey(), file.getValue(), context);
            }
            pause();
        }
    }

    private void emit(Path file, List<FileInputSplit> splits, SourceContext<FileInputSplit> context)
            throws IOException {
        long modified = file.getFileSystem().getFileStatus(file).modifiedMillis();
        synchronized (context.getCheckpointLock()) {
            Long before = seen.put(file.toString(), modified);
            if (before == null || before != modified) {
                splits.forEach(context::collect);
            }
        }
    }

    private synchronized void pause() throws InterruptedException {
        if (!cancelled) {
            wait(intervalMillis);
        }
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
        notifyAll();
    }
}
