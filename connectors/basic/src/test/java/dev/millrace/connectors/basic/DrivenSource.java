package dev.millrace.connectors.basic;

import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.ReaderInfo;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceEvent;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceSplit;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import dev.millrace.core.connector.SplitsAssignment;
import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;

/** A source with its enumerator and readers in one thread, taken step by step, with snapshots that pass through bytes. */
public final class DrivenSource<T, S extends SourceSplit, C> {

    private final Source<T, S, C> source;
    private final HandClock clock = new HandClock();
    private final ArrayDeque<Runnable> messages = new ArrayDeque<>();
    private final List<SourceReader<T, S>> readers = new ArrayList<>();
    private final List<Recorded<T>> outputs = new ArrayList<>();
    private final Map<Integer, ReaderInfo> registered = new TreeMap<>();
    private final List<T> records = new ArrayList<>();
    private SplitEnumerator<S, C> enumerator;
    private int recordsPerPoll = SourceReader.RECORDS_PER_POLL_MAX;

    private DrivenSource(Source<T, S, C> source) {
        this.source = source;
    }

    /** A source that starts afresh. */
    public static <T, S extends SourceSplit, C> DrivenSource<T, S, C> start(Source<T, S, C> source, int parallelism)
            throws Exception {
        DrivenSource<T, S, C> driven = new DrivenSource<>(source);
        driven.enumerator = source.createEnumerator(driven.new Coordinator(parallelism));
        driven.begin(new Snapshot(null, 0, List.of(), 0), parallelism);
        return driven;
    }

    /** A source that goes on from a snapshot. */
    public static <T, S extends SourceSplit, C> DrivenSource<T, S, C> restore(
            Source<T, S, C> source, int parallelism, Snapshot snapshot) throws Exception {
        DrivenSource<T, S, C> driven = new DrivenSource<>(source);
        C checkpoint =
                source.getEnumeratorCheckpointSerializer().deserialize(snapshot.enumeratorVersion, snapshot.enumerator);
        driven.enumerator = source.restoreEnumerator(driven.new Coordinator(parallelism), checkpoint);
        driven.begin(snapshot, parallelism);
        return driven;
    }

    private void begin(Snapshot snapshot, int parallelism) throws Exception {
        SimpleVersionedSerializer<S> serializer = source.getSplitSerializer();
        List<List<S>> restored = new ArrayList<>();
        for (int i = 0; i < parallelism; i++) {
            restored.add(new ArrayList<>());
        }
        for (int i = 0; i < snapshot.splits.size(); i++) {
            restored.get(i % parallelism).add(serializer.deserialize(snapshot.splitVersion, snapshot.splits.get(i)));
        }
        enumerator.start();
        for (int i = 0; i < parallelism; i++) {
            int index = i;
            HandReaderContext context = new HandReaderContext(
                    index, parallelism, clock, () -> messages.add(() -> enumerator.handleSplitRequest(index, "here")));
            SourceReader<T, S> reader = source.createReader(context);
            readers.add(reader);
            outputs.add(new Recorded<>(records, () -> recordsPerPoll));
            if (!restored.get(i).isEmpty()) {
                reader.addSplits(restored.get(i));
            }
            registered.put(i, new ReaderInfo(i, "here"));
            enumerator.addReader(i);
            reader.start();
        }
    }

    /** How many records a reader is asked for at a time. */
    public DrivenSource<T, S, C> withRecordsPerPoll(int records) {
        recordsPerPoll = records;
        return this;
    }

    public HandClock clock() {
        return clock;
    }

    public List<T> records() {
        return records;
    }

    public SourceReader<T, S> reader(int index) {
        return readers.get(index);
    }

    public SplitEnumerator<S, C> enumerator() {
        return enumerator;
    }

    /** Delivers messages and polls a reader once. */
    public InputStatus poll(int reader) throws Exception {
        deliver();
        InputStatus status = readers.get(reader).pollNext(outputs.get(reader));
        deliver();
        return status;
    }

    public void deliver() {
        clock.readMail();
        for (Runnable message = messages.poll(); message != null; message = messages.poll()) {
            message.run();
        }
    }

    /** Polls all readers in turn until all have ended; moves the clock when all of them wait for it. */
    public List<T> drain() throws Exception {
        boolean[] ended = new boolean[readers.size()];
        int left = readers.size();
        int idleRounds = 0;
        while (left > 0) {
            int before = records.size();
            for (int i = 0; i < ended.length; i++) {
                if (!ended[i] && poll(i) == InputStatus.END_OF_INPUT) {
                    ended[i] = true;
                    left--;
                }
            }
            idleRounds = records.size() == before ? idleRounds + 1 : 0;
            if (idleRounds > 2 && clock.millisToNext() >= 0) {
                clock.advance(clock.millisToNext());
            }
            if (idleRounds > 10_000) {
                throw new AssertionError("no reader has anything to do, and not all have ended");
            }
        }
        return records;
    }

    /** How much is still to be read, by what enumerator and readers say. */
    public long left() {
        deliver();
        return enumerator.unassigned()
                + readers.stream().mapToLong(SourceReader::unread).sum();
    }

    /** The state of all, in bytes. */
    public Snapshot snapshot() throws Exception {
        deliver();
        SimpleVersionedSerializer<C> checkpoints = source.getEnumeratorCheckpointSerializer();
        byte[] checkpoint = checkpoints.serialize(enumerator.snapshotState(1));
        List<byte[]> splits = new ArrayList<>();
        for (SourceReader<T, S> reader : readers) {
            for (S split : reader.snapshotState(1)) {
                splits.add(source.getSplitSerializer().serialize(split));
            }
        }
        return new Snapshot(
                checkpoint,
                checkpoints.getVersion(),
                splits,
                source.getSplitSerializer().getVersion());
    }

    public void close() throws Exception {
        for (SourceReader<T, S> reader : readers) {
            reader.close();
        }
        enumerator.close();
    }

    /** Bytes to go on from. */
    public record Snapshot(byte[] enumerator, int enumeratorVersion, List<byte[]> splits, int splitVersion) {}

    /** The enumerator's side: what it sends arrives when messages are delivered. */
    private final class Coordinator implements SplitEnumeratorContext<S> {

        private final int parallelism;

        Coordinator(int parallelism) {
            this.parallelism = parallelism;
        }

        @Override
        public MetricGroup metricGroup() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Clock clock() {
            return clock;
        }

        @Override
        public void sendEventToSourceReader(int subtaskId, SourceEvent event) {
            messages.add(() -> readers.get(subtaskId).handleSourceEvents(event));
        }

        @Override
        public int currentParallelism() {
            return parallelism;
        }

        @Override
        public Map<Integer, ReaderInfo> registeredReaders() {
            return registered;
        }

        @Override
        public void assignSplits(SplitsAssignment<S> assignments) {
            assignments
                    .assignment()
                    .forEach((reader, splits) ->
                            messages.add(() -> readers.get(reader).addSplits(splits)));
        }

        @Override
        public void signalNoMoreSplits(int subtask) {
            messages.add(() -> readers.get(subtask).notifyNoMoreSplits());
        }

        @Override
        public <R> void callAsync(Callable<R> callable, BiConsumer<R, Throwable> handler) {
            messages.add(() -> {
                try {
                    handler.accept(callable.call(), null);
                } catch (Exception e) {
                    handler.accept(null, e);
                }
            });
        }

        @Override
        public <R> void callAsync(
                Callable<R> callable, BiConsumer<R, Throwable> handler, long initialDelayMillis, long periodMillis) {
            clock.at(clock.millis() + initialDelayMillis, () -> {
                callAsync(callable, handler);
                deliver();
                callAsync(callable, handler, periodMillis, periodMillis);
            });
        }

        @Override
        public void runInCoordinatorThread(Runnable runnable) {
            messages.add(runnable);
        }

        @Override
        public void setIsProcessingBacklog(boolean isProcessingBacklog) {}
    }
}
