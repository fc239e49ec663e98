package dev.millrace.connectors.basic.file.source;

import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import dev.millrace.core.file.FileStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deals out the splits of files to readers that ask, and looks for new files if it was told to. */
final class FileSplitEnumerator implements SplitEnumerator<FileSourceSplit, PendingSplits> {

    private static final Logger LOG = LoggerFactory.getLogger(FileSplitEnumerator.class);

    private final SplitEnumeratorContext<FileSourceSplit> context;
    private final FileFinder finder;
    private final FileSource.Watching watching;
    private final boolean splittable;
    private final ArrayDeque<FileSourceSplit> splits;
    private final TreeSet<String> seenPaths;
    private final TreeSet<Integer> hungryReaders = new TreeSet<>();

    FileSplitEnumerator(
            SplitEnumeratorContext<FileSourceSplit> context,
            FileFinder finder,
            FileSource.Watching watching,
            boolean splittable,
            PendingSplits pending) {
        this.context = context;
        this.finder = finder;
        this.watching = watching;
        this.splittable = splittable;
        this.splits = new ArrayDeque<>(pending.splits());
        this.seenPaths = new TreeSet<>(pending.seenPaths());
    }

    @Override
    public void start() {
        if (watching.on()) {
            context.callAsync(finder::find, this::addFiles, 0, watching.intervalMillis());
        }
    }

    private void addFiles(Collection<FileStatus> files, Throwable failure) {
        if (failure != null) {
            LOG.warn("Looking for new files failed and will be tried again: {}", failure.getMessage());
            return;
        }
        List<FileStatus> fresh = new ArrayList<>();
        for (FileStatus file : files) {
            if (seenPaths.add(file.path().toString())) {
                fresh.add(file);
            }
        }
        splits.addAll(FileSplitter.cut(fresh, splittable, context.currentParallelism()));
        feed();
    }

    private void feed() {
        while (!hungryReaders.isEmpty() && !splits.isEmpty()) {
            int reader = hungryReaders.pollFirst();
            if (context.registeredReaders().containsKey(reader)) {
                context.assignSplit(splits.poll(), reader);
            }
        }
        if (!watching.on() && splits.isEmpty()) {
            for (Integer reader = hungryReaders.pollFirst(); reader != null; reader = hungryReaders.pollFirst()) {
                if (context.registeredReaders().containsKey(reader)) {
                    context.signalNoMoreSplits(reader);
                }
            }
        }
    }

    @Override
    public void handleSplitRequest(int subtaskId, String requesterHostname) {
        hungryReaders.add(subtaskId);
        feed();
    }

    @Override
    public void addSplitsBack(List<FileSourceSplit> returned, int subtaskId) {
        for (int i = returned.size() - 1; i >= 0; i--) {
            splits.addFirst(returned.get(i));
        }
        feed();
    }

    @Override
    public void addReader(int subtaskId) {
        // a reader that needs a split asks for it
    }

    @Override
    public PendingSplits snapshotState(long checkpointId) {
        return new PendingSplits(new ArrayList<>(splits), new ArrayList<>(seenPaths));
    }

    @Override
    public long unassigned() {
        return watching.on()
                ? -1
                : splits.stream().mapToLong(FileSourceSplit::left).sum();
    }

    @Override
    public void close() {}
}
