package dev.millrace.runtime.task;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Batch;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.runtime.chain.Chain;
import dev.millrace.runtime.exchange.Gate;
import dev.millrace.runtime.exchange.GateReader;
import java.util.function.Consumer;

/** The input of a task that reads channels: what the gate releases goes to the chain. */
final class GateInput implements TaskInput, GateReader {
    private final Gate gate;
    private final Chain chain;
    private final Consumer<Barrier> onBarrier;
    private final Consumer<EndOfData> onEndOfData;

    GateInput(Gate gate, Chain chain, Consumer<Barrier> onBarrier, Consumer<EndOfData> onEndOfData) {
        this.gate = gate;
        this.chain = chain;
        this.onBarrier = onBarrier;
        this.onEndOfData = onEndOfData;
    }

    @Override
    public boolean advance() {
        return gate.advance(this);
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
        return gate.watermark();
    }

    @Override
    public void snapshot(long checkpointId, SnapshotWriter writer) {}

    @Override
    public String stateId() {
        return null;
    }

    @Override
    public void checkpointEnded(long checkpointId, boolean complete) {
        if (!complete) {
            gate.abort(checkpointId);
        }
    }

    @Override
    public void close() {
        gate.close();
    }

    @Override
    public boolean admits(int input) {
        return chain.pace().admits(input);
    }

    @Override
    public int onRows(int input, Batch batch, int from) {
        return chain.onRows(input, batch, from);
    }

    @Override
    public void onWatermark(long timestamp) {
        chain.onWatermark(timestamp);
    }

    @Override
    public void onIdle(boolean idle) {
        chain.onIdle(idle);
    }

    @Override
    public void onBarrier(Barrier barrier) {
        onBarrier.accept(barrier);
    }

    @Override
    public void onEndOfData(EndOfData mode) {
        onEndOfData.accept(mode);
    }
}
