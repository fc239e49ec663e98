package dev.millrace.stream.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SourceOutput;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.state.CheckpointedFunction;
import dev.millrace.core.state.FunctionInitializationContext;
import dev.millrace.core.state.FunctionSnapshotContext;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.stream.operator.Operators;
import dev.millrace.stream.trial.OperatorTrial;
import dev.millrace.stream.trial.TrialSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FunctionReaderTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    /** Emits numbers in a tight loop, under the lock or leaving it to the engine. */
    private static final class Counting implements SourceFunction<Long>, CheckpointedFunction {

        private volatile boolean cancelled;
        private final int perLock;
        private long next;
        private transient ListState<Long> kept;

        Counting(int perLock) {
            this.perLock = perLock;
        }

        @Override
        public void initializeState(FunctionInitializationContext context) throws Exception {
            kept = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("next", Long.class));
            for (long restored : kept.get()) {
                next = restored;
            }
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) throws Exception {
            kept.update(List.of(next));
        }

        @Override
        public void run(SourceContext<Long> ctx) {
            while (!cancelled) {
                synchronized (ctx.getCheckpointLock()) {
                    for (int i = 0; i < perLock; i++) {
                        ctx.collect(next);
                        next++;
                    }
                }
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    /** Keeps what is emitted. */
    private static final class Kept implements ReaderOutput<Long> {

        private final List<Long> records = new ArrayList<>();

        @Override
        public void collect(Long record) {
            records.add(record);
        }

        @Override
        public void collect(Long record, long timestamp) {
            records.add(record);
        }

        @Override
        public void emitWatermark(Watermark watermark) {}

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}

        @Override
        public SourceOutput<Long> createOutputForSplit(String splitId) {
            return this;
        }

        @Override
        public void releaseOutputForSplit(String splitId) {}
    }

    private FunctionReader<Long> reader(Counting function) throws Exception {
        OperatorFactory<Long, Long> any = Operators.map((Long number) -> number);
        return new FunctionReader<>(function, OperatorTrial.of(any), threads);
    }

    private void snapshotsFitTheRecords(int perLock) throws Exception {
        TrialSnapshot snapshot = null;
        long emitted = 0;
        for (int attempt = 0; attempt < 5; attempt++) {
            FunctionReader<Long> reader = reader(new Counting(perLock));
            if (snapshot != null) {
                reader.restore(snapshot);
            }
            reader.start();
            Kept kept = new Kept();
            for (int checkpoint = 0; checkpoint < 20; checkpoint++) {
                long least = kept.records.size() + 1_500;
                while (kept.records.size() < least || !reader.isReadyForSnapshot(checkpoint)) {
                    assertThat(reader.pollNext(kept)).isNotEqualTo(InputStatus.END_OF_INPUT);
                }
                snapshot = new TrialSnapshot(checkpoint);
                reader.snapshot(checkpoint, snapshot);
                if (checkpoint == 10) {
                    break; // what comes now is lost in the crash
                }
            }
            long first = emitted;
            for (long record : kept.records) {
                assertThat(record).isEqualTo(emitted++);
            }
            assertThat(emitted).isGreaterThan(first);
            reader.pollNext(new Kept());
            reader.close();
        }
    }

    @Test
    void aSnapshotHoldsTheStateOfExactlyTheRecordsBeforeIt() throws Exception {
        snapshotsFitTheRecords(1);
    }

    @Test
    void recordsEmittedUnderOneLockAreNeverTornApartThoughTheyExceedTheBuffer() throws Exception {
        snapshotsFitTheRecords(3 * Handover.ITEMS_MAX);
    }

    @Test
    void anAbortedCheckpointLetsTheFunctionGoOn() throws Exception {
        FunctionReader<Long> reader = reader(new Counting(1));
        reader.start();
        Kept kept = new Kept();
        while (!reader.isReadyForSnapshot(1)) {
            reader.pollNext(kept);
        }
        reader.notifyCheckpointAborted(1);
        int before = kept.records.size();
        while (kept.records.size() < before + 5_000) {
            reader.pollNext(kept);
        }
        reader.close();
        assertThat(kept.records.size()).isGreaterThan(before);
    }
}
