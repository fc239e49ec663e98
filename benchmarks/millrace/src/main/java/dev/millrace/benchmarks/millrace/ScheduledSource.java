package dev.millrace.benchmarks.millrace;

import dev.millrace.benchmarks.workload.SteadyRate;
import dev.millrace.connectors.basic.generator.NumberSequenceSource;
import dev.millrace.connectors.basic.generator.NumberSequenceSplit;
import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Records on the schedule of {@link SteadyRate}, each made with the time at which it is due. */
final class ScheduledSource<T> implements Source<T, NumberSequenceSplit, List<NumberSequenceSplit>> {
    private static final long serialVersionUID = 1;

    private final NumberSequenceSource numbers;
    private final Maker<T> maker;

    /** Makes a record. */
    interface Maker<T> extends Serializable {
        T make(long number, long due);
    }

    ScheduledSource(long records, Maker<T> maker) {
        this.numbers = new NumberSequenceSource(0, records - 1);
        this.maker = maker;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SplitEnumerator<NumberSequenceSplit, List<NumberSequenceSplit>> createEnumerator(
            SplitEnumeratorContext<NumberSequenceSplit> context) {
        return numbers.createEnumerator(context);
    }

    @Override
    public SplitEnumerator<NumberSequenceSplit, List<NumberSequenceSplit>> restoreEnumerator(
            SplitEnumeratorContext<NumberSequenceSplit> context, List<NumberSequenceSplit> checkpoint) {
        return numbers.restoreEnumerator(context, checkpoint);
    }

    @Override
    public SimpleVersionedSerializer<NumberSequenceSplit> getSplitSerializer() {
        return numbers.getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<List<NumberSequenceSplit>> getEnumeratorCheckpointSerializer() {
        return numbers.getEnumeratorCheckpointSerializer();
    }

    @Override
    public SourceReader<T, NumberSequenceSplit> createReader(SourceReaderContext context) {
        return new Reader<>(context, maker);
    }

    private static final class Reader<T> implements SourceReader<T, NumberSequenceSplit> {
        /** How long the reader lets records come together; the JDK's own timer thread wakes it. */
        private static final long NAP_MICROS = 50;

        private final SourceReaderContext context;
        private final Maker<T> maker;
        private NumberSequenceSplit split;
        private long start;
        private long next;
        private boolean noMoreSplits;
        private CompletableFuture<Void> available = new CompletableFuture<>();

        Reader(SourceReaderContext context, Maker<T> maker) {
            this.context = context;
            this.maker = maker;
        }

        @Override
        public void start() {
            context.sendSplitRequest();
        }

        @Override
        public InputStatus pollNext(ReaderOutput<T> output) {
            if (split == null) {
                return noMoreSplits ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
            }
            long now = System.nanoTime();
            for (int wanted = output.recordsWanted(); wanted > 0; wanted--) {
                if (next > split.last()) {
                    return InputStatus.END_OF_INPUT;
                }
                long due = SteadyRate.due(start, next - split.next(), context.currentParallelism());
                if (due > now) {
                    available =
                            new CompletableFuture<Void>().completeOnTimeout(null, NAP_MICROS, TimeUnit.MICROSECONDS);
                    return InputStatus.NOTHING_AVAILABLE;
                }
                output.collect(maker.make(next++, due));
            }
            return InputStatus.MORE_AVAILABLE;
        }

        @Override
        public List<NumberSequenceSplit> snapshotState(long checkpointId) {
            return split == null ? List.of() : List.of(new NumberSequenceSplit(split.splitId(), next, split.last()));
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return available;
        }

        @Override
        public void addSplits(List<NumberSequenceSplit> splits) {
            split = splits.get(0);
            next = split.next();
            start = System.nanoTime();
            available.complete(null);
        }

        @Override
        public void notifyNoMoreSplits() {
            noMoreSplits = true;
            available.complete(null);
        }

        @Override
        public void close() {}
    }
}
