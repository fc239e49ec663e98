package dev.millrace.runtime.task;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Batch;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.fact.TaskFacts.BarrierFacts;
import dev.millrace.core.fact.TaskFacts.EventTimeFacts;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.runtime.chain.Chain;
import dev.millrace.runtime.exchange.Gate;
import dev.millrace.runtime.exchange.GateReader;
import dev.millrace.runtime.loop.Deferred;
import dev.millrace.runtime.loop.LoopHead;
import dev.millrace.runtime.loop.TaskLoops;
import java.io.IOException;
import java.util.function.Consumer;

/** The input of a task that reads channels: what the gate releases goes to the chain. */
final class GateInput implements TaskInput, GateReader {
    private final Gate gate;
    private final Chain chain;
    private final TaskLoops loops;
    private final LoopHead head;
    private final Consumer<Barrier> onBarrier;
    private final Consumer<EndOfData> onEndOfData;

    /**
     * @param loops the loops that the task lies in, or null when it lies in none
     */
    GateInput(Gate gate, Chain chain, TaskLoops loops, Consumer<Barrier> onBarrier, Consumer<EndOfData> onEndOfData) {
        this.gate = gate;
        this.chain = chain;
        this.loops = loops;
        this.head = loops == null ? null : loops.head();
        this.onBarrier = onBarrier;
        this.onEndOfData = onEndOfData;
    }

    @Override
    public boolean advance() {
        if (head != null && !head.hasEnded() && loops.isReplaying()) {
            return loops.replayOne() || gate.advanceBarriers(this);
        }
        return gate.advance(this);
    }

    @Override
    public void end(EndOfData mode) {
        if (head != null && mode == EndOfData.SUSPEND) {
            head.suspend();
        }
    }

    @Override
    public boolean advanceBarriers() {
        return gate.advanceBarriers(this);
    }

    @Override
    public boolean bringsBarriers() {
        return gate.isOpen();
    }

    @Override
    public long watermark() {
        return head == null ? gate.watermark() : head.released();
    }

    @Override
    public EventTimeFacts eventTime() {
        return gate.eventTime();
    }

    @Override
    public BarrierFacts barriers(long passed) {
        return gate.barriers(passed);
    }

    @Override
    public void snapshot(long checkpointId, SnapshotWriter writer) {}

    @Override
    public void writeTo(SnapshotWriter ofTask) throws IOException {
        if (loops != null) {
            loops.write(ofTask);
        }
    }

    @Override
    public String stateId() {
        return null;
    }

    @Override
    public void beforeBarrier(long checkpointId) {
        if (loops != null) {
            loops.beforeBarrier(checkpointId);
        }
    }

    @Override
    public void afterBarrier(long checkpointId, SnapshotWriter ofTask, Deferred part) {
        if (loops == null) {
            part.complete();
        } else {
            loops.afterBarrier(checkpointId, ofTask, part);
        }
    }

    @Override
    public void checkpointEnded(long checkpointId, boolean complete) {
        if (!complete) {
            gate.abort(checkpointId);
            if (loops != null) {
                loops.aborted(checkpointId);
            }
        }
    }

    @Override
    public void close() {
        gate.close();
        if (loops != null) {
            loops.close();
        }
    }

    @Override
    public boolean admits(int input) {
        return hasEnded() || chain.pace().admits(input);
    }

    @Override
    public int onRows(int input, Batch batch, int from) {
        return hasEnded() ? loops.leave(batch, from) : chain.onRows(input, batch, from);
    }

    private boolean hasEnded() {
        return head != null && head.hasEnded();
    }

    @Override
    public void onWatermark(long timestamp) {
        if (head == null) {
            chain.onWatermark(timestamp);
        } else {
            head.onWatermark(timestamp);
        }
    }

    @Override
    public void onIdle(boolean idle) {
        if (head == null) {
            chain.onIdle(idle);
        } else {
            head.onIdle(idle);
        }
    }

    @Override
    public void onBarrier(Barrier barrier) {
        onBarrier.accept(barrier);
    }

    @Override
    public void onEndOfData(EndOfData mode) {
        if (head == null) {
            onEndOfData.accept(mode);
        } else {
            head.onEndOfData(mode);
        }
    }
}
