package dev.millrace.stream.sink;

import dev.millrace.core.connector.Committer;
import dev.millrace.core.connector.CommitterInitContext;
import dev.millrace.core.connector.CommittingSinkWriter;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Sink;
import dev.millrace.core.connector.SinkWriter;
import dev.millrace.core.connector.StatefulSinkWriter;
import dev.millrace.core.connector.SupportsCommitter;
import dev.millrace.core.connector.SupportsWriterState;
import dev.millrace.core.element.Batch;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.operator.CommitListener;
import dev.millrace.core.operator.Mailbox;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.core.time.Clock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/** Writes records to a sink; see {@link Sinks#sink}. Has code of its own for each class of sinks. */
final class SinkOperator<T> implements Operator<T, Void>, CommitListener {

    private static final String WRITER_STATE = "writer";

    /** Between two tries of commits that asked to be tried again. */
    private static final long RETRY_MILLIS = 1_000;

    /** How often commits are tried again at once when the task is about to go. */
    private static final int RETRIES_AT_END_MAX = 100;

    private final Sink<T> sink;
    private List<StoredBytes> restoredWriter = List.of();
    private List<StoredBytes> restoredCommittables = List.of();
    private OptionalLong restoredCheckpointId = OptionalLong.empty();
    private Output<Void> output;
    private Mailbox mailbox;
    private Clock clock;
    private boolean finished;
    private SinkWriter<T> writer;
    private Committables<Object> committables;
    private View view;

    SinkOperator(Sink<T> sink) {
        this.sink = sink;
    }

    @Override
    public void restore(SnapshotReader reader) throws IOException {
        restoredCheckpointId = OptionalLong.of(reader.checkpointId());
        restoredWriter = reader.items(WRITER_STATE);
        restoredCommittables = Committables.restored(reader);
    }

    @Override
    public void open(OperatorContext context, Output<Void> output) throws Exception {
        this.output = output;
        mailbox = context.mailbox();
        clock = context.clock();
        view = new View(context);
        SinkContext sinkContext = new SinkContext(context, restoredCheckpointId);
        writer = writer(sinkContext);
        if (writer == null) {
            throw new NullPointerException("the sink " + sink.getClass().getName() + " answered null as its writer");
        }
        if (sink instanceof SupportsCommitter<?> committing) {
            committables = committables(committing, sinkContext);
            committables.restore(restoredCommittables);
            commit(Long.MIN_VALUE);
        }
    }

    @SuppressWarnings("unchecked") // a sink's committer takes what its own writers prepare
    private static Committables<Object> committables(SupportsCommitter<?> sink, CommitterInitContext context)
            throws IOException {
        return new Committables<>((Committer<Object>) sink.createCommitter(context), (SimpleVersionedSerializer<Object>)
                sink.getCommittableSerializer());
    }

    @SuppressWarnings("unchecked") // a sink's writers take the states that its own writers wrote
    private SinkWriter<T> writer(SinkContext context) throws IOException {
        if (restoredWriter.isEmpty() || !(sink instanceof SupportsWriterState<?, ?> stateful)) {
            return sink.createWriter(context);
        }
        SupportsWriterState<T, Object> typed = (SupportsWriterState<T, Object>) stateful;
        List<Object> states = new ArrayList<>();
        for (StoredBytes stored : restoredWriter) {
            states.add(stored.value(typed.getWriterStateSerializer()));
        }
        return typed.restoreWriter(context, states);
    }

    @Override
    public void onRecord(int input, T value, long timestamp) throws Exception {
        view.timestamp = timestamp;
        writer.write(value, view);
    }

    @Override
    public void onWatermark(long timestamp) throws Exception {
        writer.writeWatermark(new Watermark(timestamp));
        output.watermark(timestamp);
    }

    @Override
    public void beforeBarrier(long checkpointId) throws Exception {
        writer.flush(false);
        if (committables != null) {
            committables.prepared(checkpointId, prepareCommit());
        }
    }

    @SuppressWarnings("unchecked") // a sink that supports a committer has writers that prepare commits
    private Collection<Object> prepareCommit() throws Exception {
        return ((CommittingSinkWriter<T, Object>) writer).prepareCommit();
    }

    @Override
    @SuppressWarnings("unchecked") // a sink's serializer takes the states of its own writers
    public void snapshot(long checkpointId, SnapshotWriter snapshot) throws Exception {
        if (sink instanceof SupportsWriterState<?, ?> stateful && writer instanceof StatefulSinkWriter<?, ?> keeping) {
            SimpleVersionedSerializer<Object> serializer =
                    (SimpleVersionedSerializer<Object>) stateful.getWriterStateSerializer();
            List<StoredBytes> stored = new ArrayList<>();
            for (Object state : keeping.snapshotState(checkpointId)) {
                stored.add(StoredBytes.of(checkpointId, state, serializer));
            }
            snapshot.list(WRITER_STATE, stored);
        }
        if (committables != null) {
            committables.snapshot(snapshot);
        }
    }

    @Override
    public void onComplete(long checkpointId) throws Exception {
        if (committables != null) {
            commit(checkpointId);
        }
    }

    private void commit(long checkpointId) throws Exception {
        boolean done = committables.commitUpTo(checkpointId);
        if (!done && !finished) {
            mailbox.at(clock.millis() + RETRY_MILLIS, new Retry(this, checkpointId));
        }
        for (int retry = 1; finished && !done; retry++) {
            if (retry > RETRIES_AT_END_MAX) {
                throw new IOException("commits asked to be tried again " + RETRIES_AT_END_MAX + " times at the end");
            }
            done = committables.commitUpTo(checkpointId);
        }
    }

    @Override
    public boolean finish() throws Exception {
        writer.flush(true);
        finished = true;
        if (committables != null) {
            committables.preparedAtEnd(prepareCommit());
        }
        return true;
    }

    @Override
    public void close() throws Exception {
        if (writer != null) {
            writer.close();
        }
        if (committables != null) {
            committables.close();
        }
    }

    /** Tries commits again that asked for it. */
    private record Retry(CommitListener operator, long checkpointId) implements Mailbox.Action {
        @Override
        public void run() throws Exception {
            operator.onComplete(checkpointId);
        }
    }

    /** What the writer sees of the record. */
    private static final class View implements SinkWriter.Context {

        private final OperatorContext context;
        private long timestamp;

        View(OperatorContext context) {
            this.context = context;
        }

        @Override
        public long currentWatermark() {
            return context.currentWatermark();
        }

        @Override
        public Long timestamp() {
            return timestamp == Batch.NO_TIMESTAMP ? null : (Long) timestamp;
        }
    }
}
