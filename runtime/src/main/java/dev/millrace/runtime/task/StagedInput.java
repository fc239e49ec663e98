package dev.millrace.runtime.task;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Batch;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.fact.TaskFacts.BarrierFacts;
import dev.millrace.core.fact.TaskFacts.EventTimeFacts;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.runtime.InputWiring;
import dev.millrace.runtime.batch.Stage;
import dev.millrace.runtime.chain.Chain;
import dev.millrace.runtime.exchange.Gate;
import dev.millrace.runtime.exchange.GateReader;
import dev.millrace.runtime.exchange.LoopLanes;
import java.util.List;
import java.util.function.Consumer;

/**
 * The input of a task that reads channels in batch, and whose head gathers records: those wait on a stage, all others go to
 * the chain. Event time stands still until the data ends. The only checkpoint comes after that.
 */
final class StagedInput implements TaskInput, GateReader {
    private final Gate gate;
    private final Chain chain;
    private final Stage stage;
    private final Consumer<Barrier> onBarrier;
    private final Consumer<EndOfData> onEndOfData;
    private EndOfData ended;
    private boolean toldEnd;

    StagedInput(
            Gate gate,
            List<InputWiring> inputs,
            Chain chain,
            Stage stage,
            Consumer<Barrier> onBarrier,
            Consumer<EndOfData> onEndOfData) {
        this.gate = gate;
        this.chain = chain;
        this.stage = stage;
        this.onBarrier = onBarrier;
        this.onEndOfData = onEndOfData;
        gate.listen(new Others(inputs, stage));
    }

    /** Counts the lanes of all inputs but the first, which the gate numbers in the order of the wiring. */
    private static final class Others implements LoopLanes {
        private final boolean[] isOther;
        private final Stage stage;
        private int open;

        Others(List<InputWiring> inputs, Stage stage) {
            this.stage = stage;
            this.isOther = new boolean
                    [inputs.stream()
                            .mapToInt(wiring -> wiring.channels().size())
                            .sum()];
            int lane = 0;
            for (InputWiring wiring : inputs) {
                for (int left = wiring.channels().size(); left > 0; left--) {
                    isOther[lane++] = wiring.input() > 0;
                    open += wiring.input() > 0 ? 1 : 0;
                }
            }
        }

        @Override
        public void onEnded(int lane) {
            if (isOther[lane] && --open == 0) {
                stage.onOthersEnded();
            }
        }
    }

    @Override
    public boolean advance() {
        if (stage.isDelivering()) {
            return stage.deliver();
        }
        if (ended != null && !toldEnd) {
            toldEnd = true;
            onEndOfData.accept(ended);
            return true;
        }
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
        stage.close();
    }

    @Override
    public boolean admits(int input) {
        return stage.holds(input) || chain.pace().admits(input);
    }

    @Override
    public int onRows(int input, Batch batch, int from) {
        if (stage.holds(input)) {
            stage.take(input, batch, from);
            return batch.size();
        }
        return chain.onRows(input, batch, from);
    }

    @Override
    public void onWatermark(long timestamp) {}

    @Override
    public void onIdle(boolean idle) {}

    @Override
    public void onBarrier(Barrier barrier) {
        onBarrier.accept(barrier);
    }

    @Override
    public void onEndOfData(EndOfData mode) {
        ended = mode;
        if (mode == EndOfData.DRAIN) {
            stage.onAllEnded();
        }
    }
}
