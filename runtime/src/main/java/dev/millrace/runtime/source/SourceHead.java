package dev.millrace.runtime.source;

import dev.millrace.core.code.OwnCode;
import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceSplit;
import dev.millrace.core.connector.StatefulReader;
import dev.millrace.core.connector.StatefulSource;
import dev.millrace.core.fact.SplitFacts;
import dev.millrace.core.metric.Counter;
import dev.millrace.core.metric.MetricTree;
import dev.millrace.core.operator.Mailbox;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.core.plan.SourceNode;
import dev.millrace.runtime.SourceRequest;
import dev.millrace.runtime.chain.Brake;
import dev.millrace.runtime.chain.ChainOutput;
import dev.millrace.runtime.chain.ChainServices;
import dev.millrace.runtime.chain.OperatorFailure;
import dev.millrace.runtime.chain.Pace;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** The reader of a source task with its splits. Owned by the task's thread. */
public final class SourceHead {
    private final SourceNode node;
    private final ChainServices services;
    private final Runnable wake;
    private final SourceReader<Object, SourceSplit> reader;
    /** The reader once more when it has state beside its splits, else null. */
    private final StatefulReader<Object, SourceSplit> stateful;

    private final SourceEmitter emitter;
    private final SplitPositions positions;
    private final SourceAlignment alignment;
    private final ReaderTurn turn;
    private final SourceOrders orders = new SourceOrders();
    private final Counter out;
    private long counted;
    private CompletableFuture<Void> awaited;
    private final long openedMillis;
    private boolean closed;

    /**
     * Makes the reader.
     *
     * @param wake makes the task ready; called by any thread
     */
    @SuppressWarnings("unchecked") // a source fits its own reader and serializer
    public SourceHead(ChainServices services, ChainOutput output, Brake brake, Runnable wake) throws Exception {
        this.node = services.deployment().vertex().source();
        this.services = services;
        this.openedMillis = services.host().clock().millis();
        this.wake = wake;
        MetricTree metrics = services.metrics().of(node.name());
        this.out = metrics.getNumRecordsOutCounter();
        Source<Object, SourceSplit, ?> source = (Source<Object, SourceSplit, ?>) node.source();
        SimpleVersionedSerializer<SourceSplit> splits = source.getSplitSerializer();
        this.stateful = source instanceof StatefulSource<Object, SourceSplit, ?> own
                ? own.createReader(
                        services.ofSource(node.name()), services.host().waiting())
                : null;
        this.reader = Objects.requireNonNull(
                stateful != null ? stateful : source.createReader(new ReaderContext(services, metrics)),
                () -> "the source " + source.getClass().getName() + " answered null as its reader");
        this.emitter = new SourceEmitter(
                output, node.watermarks(), metrics, services.host().clock());
        this.positions = new SplitPositions(splits, emitter);
        this.alignment = new SourceAlignment(
                node.watermarks() == null ? null : node.watermarks().getAlignmentParameters(),
                services,
                emitter.eventTime(),
                reader);
        this.turn = (ReaderTurn) OwnCode.make(
                MethodHandles.lookup(),
                ReaderLoop.class,
                List.of(reader.getClass()),
                reader,
                emitter,
                output,
                brake,
                alignment);
    }

    /**
     * Gives the reader the splits of a snapshot, starts it and tells its enumerator.
     *
     * @param restored what to go on from, or null for a fresh start
     */
    public void open(SnapshotReader restored) throws Exception {
        services.events()
                .sourceRequest(
                        services.deployment().id(),
                        new SourceRequest.Register(services.host().hostName()));
        if (restored != null) {
            List<SourceSplit> read = positions.restore(restored);
            if (!read.isEmpty()) {
                reader.addSplits(read);
            }
            if (stateful != null) {
                stateful.restore(restored);
            }
        }
        reader.start();
        if (emitter.isPeriodic()) {
            askLater();
        }
        if (alignment.isOn()) {
            reportLater();
        }
    }

    private void reportLater() {
        alignment.report();
        services.alarms().at(services.host().clock().millis() + alignment.intervalMillis(), () -> {
            if (!closed) {
                reportLater();
            }
        });
    }

    private void askLater() {
        long interval = services.deployment().settings().autoWatermarkIntervalMillis();
        if (interval > 0) {
            services.alarms().at(services.host().clock().millis() + interval, () -> {
                if (!closed) {
                    emitter.askGenerators();
                    align();
                    askLater();
                }
            });
        }
    }

    /** The name of the source. */
    public String name() {
        return node.name();
    }

    /** The number of records emitted so far. */
    public long records() {
        return emitter.records();
    }

    /** Shows how many records have been emitted since it did so last. */
    public void count() {
        out.inc(emitter.records() - counted);
        counted = emitter.records();
    }

    /** Whether all splits are idle. */
    public boolean isIdle() {
        return emitter.eventTime().isIdle();
    }

    /** The splits that the reader has come to, and those that it goes back to. */
    public List<SplitFacts> splits() {
        return emitter.eventTime().facts(openedMillis);
    }

    /** How much the reader has still to read of its splits, in the source's own unit; -1 when it cannot tell. */
    public long unread() {
        return closed ? 0 : reader.unread();
    }

    /** Whether the reader said that there is nothing and has not called since, or may not be called. */
    public boolean isWaiting() {
        return awaited != null && !awaited.isDone() || alignment.isHeld();
    }

    /** The group of the source allows event time up to a limit, milliseconds since the epoch. */
    public void limit(long eventTimeMillis) {
        alignment.limit(eventTimeMillis);
    }

    private void align() {
        if (alignment.isOn()) {
            alignment.apply();
        }
    }

    /**
     * Lets the reader emit some records; when there is nothing now, the task is made ready once there is. A reader whose
     * future is complete already says that there is more.
     *
     * @param pace says when the operators behind it take no more
     */
    public InputStatus poll(Pace pace) {
        awaited = null;
        try {
            InputStatus status = turn.take(pace);
            if (status != InputStatus.NOTHING_AVAILABLE) {
                return status;
            }
            CompletableFuture<Void> available = reader.isAvailable();
            if (available.isDone()) {
                return InputStatus.MORE_AVAILABLE;
            }
            awaited = available;
            available.whenComplete((nothing, failure) -> wake.run());
            return InputStatus.NOTHING_AVAILABLE;
        } catch (Throwable failure) {
            throw OperatorFailure.in(node.name(), failure);
        }
    }

    /** How many orders of the enumerator have been taken. */
    public long ordersTaken() {
        return orders.taken();
    }

    /** Takes splits. */
    public void assign(long sequence, List<byte[]> written) throws Exception {
        order(sequence, () -> reader.addSplits(positions.read(written)));
    }

    /** Takes the news that no split will come any more. */
    public void noMoreSplits(long sequence) throws Exception {
        order(sequence, reader::notifyNoMoreSplits);
    }

    /** Takes an event of the source's own. */
    public void event(long sequence, byte[] event) throws Exception {
        order(
                sequence,
                () -> reader.handleSourceEvents(
                        EventBytes.read(event, services.deployment().userClasses())));
    }

    private void order(long sequence, Mailbox.Action action) throws Exception {
        orders.add(sequence, () -> {
            try {
                action.run();
            } catch (Throwable failure) {
                throw OperatorFailure.in(node.name(), failure);
            }
        });
        awaited = null;
    }

    /** Whether a snapshot can be taken now; when not, the task is made ready once it can. */
    public boolean isReadyForSnapshot(long checkpointId) {
        return stateful == null || stateful.isReadyForSnapshot(checkpointId);
    }

    /** Writes the splits with their positions, and their event times. */
    public void snapshot(long checkpointId, SnapshotWriter writer) throws Exception {
        positions.write(reader.snapshotState(checkpointId), writer);
        if (stateful != null) {
            stateful.snapshot(checkpointId, writer);
        }
    }

    /** A checkpoint has been published, or given up. */
    public void checkpointEnded(long checkpointId, boolean complete) throws Exception {
        if (complete) {
            reader.notifyCheckpointComplete(checkpointId);
        } else {
            reader.notifyCheckpointAborted(checkpointId);
        }
    }

    /** Closes the reader, once. */
    public void close() throws Exception {
        if (!closed) {
            closed = true;
            try {
                reader.close();
            } catch (Throwable failure) {
                throw OperatorFailure.in(node.name(), failure);
            }
        }
    }
}
