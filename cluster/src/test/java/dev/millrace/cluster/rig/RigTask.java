package dev.millrace.cluster.rig;

import dev.millrace.core.accumulator.Accumulator;
import dev.millrace.core.accumulator.LongCounter;
import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.network.ChannelId;
import dev.millrace.runtime.TaskControl;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.TaskEvents;
import dev.millrace.runtime.TaskFailure;
import dev.millrace.runtime.TaskTally;
import dev.millrace.state.snapshot.OperatorListsWriter;
import dev.millrace.state.snapshot.RestoredTask;
import dev.millrace.state.snapshot.TaskSnapshot;
import dev.millrace.state.snapshot.TaskSnapshotWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A task that is stepped: a source that reads ranges, or a sink that commits what it gets. Keeps the laws of channels. */
public final class RigTask implements TaskControl {

    private static final int OPENING_MILLIS_MAX = 40;
    private static final int CANCELLING_MILLIS_MAX = 60;
    private static final int WRITING_MILLIS_MAX = 40;
    private static final int STEP_MILLIS_MAX = 6;

    final Rig rig;
    final TaskDeployment deployment;
    final TaskEvents events;
    private final String operator;
    private final RigWork work;
    private boolean alive = true;
    private boolean open;
    private boolean dataEnded;
    private long lastSnapshot;
    private long finalSnapshot;

    RigTask(Rig rig, TaskDeployment deployment, TaskEvents events) {
        this.rig = rig;
        this.deployment = deployment;
        this.events = events;
        boolean source = deployment.vertex().source() != null;
        this.operator = source
                ? deployment.vertex().source().id()
                : deployment.vertex().chain().get(0).id();
        this.work = source ? new RigSource(this) : new RigSink(this);
    }

    public int vertex() {
        return deployment.id().vertex();
    }

    boolean isAlive() {
        return alive;
    }

    public boolean isOpen() {
        return alive && open;
    }

    private String key() {
        return deployment.id().vertex() + "/" + deployment.id().instance();
    }

    void start() {
        rig.ledger.opened(key());
        rig.world.soon(OPENING_MILLIS_MAX, () -> {
            if (alive) {
                open();
            }
        });
    }

    private void open() {
        List<String> items = List.of();
        long restored = 0;
        if (deployment.restore() != null) {
            restored = deployment.restore().checkpointId();
            try (RestoredTask task = deployment.files().open(deployment.restore(), deployment.types())) {
                SnapshotReader lists = task.lists(operator);
                items = lists == null ? List.of() : lists.items("state");
            } catch (IOException e) {
                fail(e);
                return;
            }
        }
        open = true;
        lastSnapshot = restored;
        events.running(deployment.id());
        if (deployment.restore() != null && deployment.restore().finished()) {
            sendAll(EndOfData.DRAIN);
            finish();
            return;
        }
        work.open(items, restored);
        step();
    }

    private void step() {
        rig.world.soon(STEP_MILLIS_MAX, () -> {
            if (alive) {
                work.step();
                if (alive) {
                    step();
                }
            }
        });
    }

    // ---- what the work does

    List<ChannelId> inputs() {
        List<ChannelId> all = new ArrayList<>();
        deployment.inputs().forEach(input -> all.addAll(input.channels()));
        return all;
    }

    void send(int record) {
        deployment.outputs().forEach(output -> {
            ChannelId channel = output.channels().get(record % output.channels().size());
            rig.channel(channel).add(record);
        });
    }

    private void sendAll(Object mark) {
        deployment
                .outputs()
                .forEach(output -> output.channels()
                        .forEach(channel -> rig.channel(channel).add(mark)));
    }

    boolean hasDataEnded() {
        return dataEnded;
    }

    void dataEnded(EndOfData mode) {
        dataEnded = true;
        sendAll(mode);
        events.endOfDataReached(deployment.id());
        if (!deployment.settings().checkpoints().enabled()) {
            finish();
        }
    }

    private void finish() {
        sendAll("closed");
        work.finished();
        LongCounter counter = new LongCounter();
        counter.add(work.records());
        Map<String, Accumulator<?, ?>> accumulators = Map.of("records-" + vertex(), counter);
        die();
        events.finished(deployment.id(), new TaskTally(accumulators, Map.of()));
    }

    void snapshot(long id) {
        if (id <= lastSnapshot) {
            throw new AssertionError(key() + " is to take snapshot " + id + " after " + lastSnapshot);
        }
        lastSnapshot = id;
        if (dataEnded && finalSnapshot == 0) {
            finalSnapshot = id;
        }
        List<String> state = work.snapshot(id);
        sendAll(id);
        rig.world.soon(WRITING_MILLIS_MAX, () -> {
            if (alive) {
                write(id, state);
            }
        });
    }

    private void write(long id, List<String> state) {
        if (rig.world.random.nextDouble() < rig.ledger.declineRate()) {
            events.snapshotDeclined(deployment.id(), id, new IOException("no snapshot " + id + " today"));
            return;
        }
        try (TaskSnapshotWriter writer = deployment.files().create(id, deployment.id())) {
            OperatorListsWriter lists = new OperatorListsWriter(deployment.types(), 1_000);
            lists.list("state", state);
            writer.operator(operator, null, null, lists);
            TaskSnapshot snapshot = writer.finish();
            events.snapshotDone(deployment.id(), id, snapshot);
        } catch (IOException e) {
            events.snapshotDeclined(deployment.id(), id, e);
        }
    }

    /** Fails as if user code had thrown. */
    public void fail(Throwable cause) {
        if (alive) {
            die();
            TaskFailure failure = new TaskFailure(
                    deployment.vertex().name(), deployment.id().instance(), "the operator", "the record", cause);
            events.failed(deployment.id(), failure);
        }
    }

    void die() {
        if (alive) {
            alive = false;
            rig.ledger.closed(key());
        }
    }

    // ---- orders

    @Override
    public void takeSnapshot(Barrier barrier, long sourceOrders) {
        if (alive) {
            work.takeSnapshot(barrier.checkpointId(), sourceOrders);
        }
    }

    @Override
    public void limitEventTime(long limitMillis) {}

    @Override
    public void checkpointComplete(long checkpointId) {
        if (alive) {
            rig.requirePublished(checkpointId);
            work.commit(checkpointId);
            if (finalSnapshot != 0 && checkpointId >= finalSnapshot) {
                finish();
            }
        }
    }

    @Override
    public void checkpointAborted(long checkpointId) {
        assert checkpointId > 0;
    }

    @Override
    public void assignSplits(long sequence, List<byte[]> splits) {
        if (alive) {
            work.assign(sequence, splits);
        }
    }

    @Override
    public void noMoreSplits(long sequence) {
        if (alive) {
            work.noMore(sequence);
        }
    }

    @Override
    public void sourceEvent(long sequence, byte[] event) {
        throw new AssertionError("nobody sends events here");
    }

    @Override
    public void reportTaken(String channel, long position) {}

    @Override
    public void endInput(EndOfData mode) {
        if (alive) {
            work.endInput(mode);
        }
    }

    @Override
    public void tellFacts(long request, boolean metrics) {}

    @Override
    public void cancel() {
        rig.world.soon(CANCELLING_MILLIS_MAX, () -> {
            if (alive) {
                die();
                events.cancelled(deployment.id());
            }
        });
    }
}
