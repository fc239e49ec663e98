package dev.millrace.connectors.basic.hybrid;

import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceEvent;
import dev.millrace.core.connector.SourceSplit;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import dev.millrace.core.connector.SplitsAssignment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Has the enumerator of the source that is read, and goes on to the next source when all readers have come to the end of it.
 *
 * <p>A reader that is restored may be sources behind: it holds splits from its checkpoint, and others that it was given after
 * that come back here. Those of the current source go to its enumerator; those of earlier ones are kept for the reader. When
 * it is ready it is named the earliest source of which there are any, gets what was kept, and comes to the current source in
 * the end. As readers say ready only when they read nothing, and a source is left only when all running readers have said so,
 * there is never a split of an earlier source that nobody will be given. Owned by the coordinating thread.
 */
final class HybridEnumerator<T> implements SplitEnumerator<HybridSourceSplit, HybridSourceEnumeratorState> {

    private final SplitEnumeratorContext<HybridSourceSplit> context;
    private final List<HybridSource.Entry<T>> entries;
    private final HybridSourceEnumeratorState restored;
    private final List<Stage<T>> stages = new ArrayList<>();

    /** The sources that each reader was named last. */
    private final Map<Integer, Integer> stageOf = new HashMap<>();

    /** The readers that have come to the end of the current source. */
    private final TreeSet<Integer> atEnd = new TreeSet<>();

    /** Splits of earlier sources that have come back, by reader and source. */
    private final TreeMap<Integer, TreeMap<Integer, List<HybridSourceSplit>>> returned = new TreeMap<>();

    private SplitEnumerator<SourceSplit, Object> inner;
    private StageContext innerContext;

    /**
     * @param restored what to go on from, or null
     */
    HybridEnumerator(
            SplitEnumeratorContext<HybridSourceSplit> context,
            List<HybridSource.Entry<T>> entries,
            HybridSourceEnumeratorState restored) {
        this.context = context;
        this.entries = entries;
        this.restored = restored;
    }

    @Override
    public void start() {
        try {
            if (restored == null) {
                begin(source(null), null);
            } else {
                restore();
            }
        } catch (Exception e) {
            throw failed(e);
        }
    }

    private void restore() throws Exception {
        for (int index = 0; index < restored.currentSourceIndex(); index++) {
            stages.add(Stage.of(index, known(index)));
        }
        int parallelism = context.currentParallelism();
        restored.returned().forEach((reader, splits) -> keep(reader % parallelism, splits));
        begin(known(restored.currentSourceIndex()), restored);
    }

    private Source<?, ?, ?> known(int index) throws IOException {
        Source<?, ?, ?> given = entries.get(index).given();
        return given != null ? given : MadeSource.read(restored.made().get(index));
    }

    /** The source after those so far. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the builder's types said which enumerator comes before
    private Source<?, ?, ?> source(SplitEnumerator<?, ?> previous) {
        HybridSource.Entry<T> entry = entries.get(stages.size());
        if (entry.given() != null) {
            return entry.given();
        }
        HybridSource.SourceFactory factory = entry.factory();
        HybridSource.SourceSwitchContext<?> atSwitch = () -> previous;
        Source<?, ?, ?> made = factory.create(atSwitch);
        if (made == null || made.getBoundedness() != entry.boundedness()) {
            throw new IllegalStateException("the factory of source " + stages.size() + " made "
                    + (made == null ? "null" : "a source that is " + made.getBoundedness())
                    + " and was said to make one"
                    + " that is " + entry.boundedness());
        }
        return made;
    }

    private void begin(Source<?, ?, ?> source, HybridSourceEnumeratorState from) throws Exception {
        Stage<T> stage = Stage.of(stages.size(), source);
        stages.add(stage);
        boolean last = stages.size() == entries.size();
        innerContext = new StageContext(stage, last, context, reader -> isAt(reader, stage.index()));
        context.setIsProcessingBacklog(!last);
        if (from == null) {
            inner = stage.source().createEnumerator(innerContext);
        } else {
            Object state =
                    stage.source().getEnumeratorCheckpointSerializer().deserialize(from.version(), from.enumerator());
            inner = stage.source().restoreEnumerator(innerContext, state);
        }
        inner.start();
    }

    private int current() {
        return stages.size() - 1;
    }

    private boolean isAt(int reader, int index) {
        return stageOf.getOrDefault(reader, SeamEvent.NONE) == index;
    }

    @Override
    public void addReader(int subtaskId) {
        forget(subtaskId);
    }

    /** A reader has failed, or has come anew: it will say what it has when it is ready. */
    private void forget(int reader) {
        stageOf.remove(reader);
        atEnd.remove(reader);
    }

    @Override
    public void handleSourceEvent(int subtaskId, SourceEvent sourceEvent) {
        if (sourceEvent instanceof SeamEvent.Ready ready) {
            onReady(subtaskId, ready);
        } else if (sourceEvent instanceof SeamEvent.Inner own
                && own.index() == current()
                && isAt(subtaskId, current())) {
            inner.handleSourceEvent(subtaskId, own.event());
        }
    }

    private void onReady(int reader, SeamEvent.Ready ready) {
        int next = current();
        if (ready.holds() != SeamEvent.NONE) {
            next = Math.min(next, ready.holds());
        }
        if (returned.containsKey(reader)) {
            next = Math.min(next, returned.get(reader).firstKey());
        }
        if (next == current() && ready.finished() == current()) {
            atEnd.add(reader);
            goOnTogether();
        } else {
            send(reader, next);
        }
    }

    private void goOnTogether() {
        int parallelism = context.currentParallelism();
        boolean all = atEnd.size() == parallelism && context.registeredReaders().size() == parallelism;
        if (!all) {
            return;
        }
        atEnd.clear();
        SplitEnumerator<SourceSplit, Object> previous = inner;
        try {
            Source<?, ?, ?> next = source(previous);
            innerContext.close();
            previous.close();
            begin(next, null);
        } catch (Exception e) {
            throw failed(e);
        }
        for (int reader = 0; reader < parallelism; reader++) {
            send(reader, current());
        }
    }

    private IllegalStateException failed(Exception e) {
        return new IllegalStateException(
                "source " + stages.size() + " of " + entries.size() + " of a hybrid source cannot begin: " + e, e);
    }

    /** Names a source to a reader. */
    private void send(int reader, int index) {
        stageOf.put(reader, index);
        boolean given = entries.get(index).given() != null;
        context.sendEventToSourceReader(
                reader,
                new SeamEvent.Begin(index, given ? null : stages.get(index).source()));
        if (index == current()) {
            inner.addReader(reader);
            return;
        }
        TreeMap<Integer, List<HybridSourceSplit>> kept = returned.getOrDefault(reader, new TreeMap<>());
        List<HybridSourceSplit> splits = kept.remove(index);
        if (kept.isEmpty()) {
            returned.remove(reader);
        }
        if (splits != null) {
            context.assignSplits(new SplitsAssignment<>(Map.of(reader, splits)));
        }
        context.sendEventToSourceReader(reader, new SeamEvent.NoMore(index));
    }

    @Override
    public void handleSplitRequest(int subtaskId, String requesterHostname) {
        if (isAt(subtaskId, current())) {
            inner.handleSplitRequest(subtaskId, requesterHostname);
        } // at an earlier source it is given what there is unasked
    }

    @Override
    public void addSplitsBack(List<HybridSourceSplit> splits, int subtaskId) {
        forget(subtaskId);
        List<HybridSourceSplit> ofCurrent = new ArrayList<>();
        List<HybridSourceSplit> ofEarlier = new ArrayList<>();
        splits.forEach(split -> (split.sourceIndex() == current() ? ofCurrent : ofEarlier).add(split));
        keep(subtaskId, ofEarlier);
        if (!ofCurrent.isEmpty()) {
            inner.addSplitsBack(stages.get(current()).unwrap(ofCurrent), subtaskId);
        }
    }

    private void keep(int reader, List<HybridSourceSplit> splits) {
        for (HybridSourceSplit split : splits) {
            returned.computeIfAbsent(reader, number -> new TreeMap<>())
                    .computeIfAbsent(split.sourceIndex(), index -> new ArrayList<>())
                    .add(split);
        }
    }

    @Override
    public HybridSourceEnumeratorState snapshotState(long checkpointId) throws Exception {
        SimpleVersionedSerializer<Object> serializer =
                stages.get(current()).source().getEnumeratorCheckpointSerializer();
        Map<Integer, byte[]> made = new TreeMap<>();
        for (Stage<T> stage : stages) {
            if (entries.get(stage.index()).given() == null) {
                made.put(stage.index(), MadeSource.write(stage.source()));
            }
        }
        Map<Integer, List<HybridSourceSplit>> kept = new TreeMap<>();
        returned.forEach((reader, ofReader) -> {
            List<HybridSourceSplit> all = new ArrayList<>();
            ofReader.values().forEach(all::addAll);
            kept.put(reader, all);
        });
        byte[] state = serializer.serialize(inner.snapshotState(checkpointId));
        return new HybridSourceEnumeratorState(current(), made, serializer.getVersion(), state, kept);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        inner.notifyCheckpointComplete(checkpointId);
    }

    @Override
    public void notifyCheckpointAborted(long checkpointId) throws Exception {
        inner.notifyCheckpointAborted(checkpointId);
    }

    @Override
    public void close() throws IOException {
        if (inner != null) {
            innerContext.close();
            inner.close();
        }
    }
}
