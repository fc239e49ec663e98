package dev.millrace.stream.custom;

import dev.millrace.core.element.Batch;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.CommitListener;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.core.state.CheckpointedFunction;
import dev.millrace.core.state.FunctionInitializationContext;
import dev.millrace.core.state.FunctionSnapshotContext;
import dev.millrace.core.state.KeyedStateStore;
import dev.millrace.core.state.OperatorStateStore;
import dev.millrace.stream.operator.UserFunction;
import java.util.OptionalLong;

/** Runs an operator of the program's own. */
public final class CustomOperator<OUT> implements Operator<Object, OUT>, CommitListener {

    private final StreamOperator<OUT> operator;
    private final UserFunction life;
    private dev.millrace.core.operator.Output<OUT> output;
    private boolean opened;

    CustomOperator(StreamOperator<OUT> operator) {
        this.operator = operator;
        this.life = new UserFunction(new OperatorState(operator));
    }

    /** The factory for an operator of either kind. */
    public static OperatorFactory<?, ?> factory(StreamOperator<?> operator, boolean keyed) {
        return operator instanceof ReadyOperator ready ? ready.factory(keyed) : new Factory<>(operator);
    }

    private record Factory<OUT>(StreamOperator<OUT> operator) implements OperatorFactory<Object, OUT> {
        @Override
        public Operator<Object, OUT> create() {
            return new CustomOperator<>(operator);
        }
    }

    @Override
    public void open(OperatorContext context, dev.millrace.core.operator.Output<OUT> newOutput) throws Exception {
        output = newOutput;
        if (operator instanceof AbstractStreamOperator<OUT> known) {
            known.setup(context, new Records());
        }
        life.open(context);
        opened = true;
        operator.open();
    }

    @Override
    @SuppressWarnings("unchecked") // the graph connects each input with its stream
    public void onRecord(int input, Object value, long timestamp) throws Exception {
        StreamRecord<Object> element =
                timestamp == Batch.NO_TIMESTAMP ? new StreamRecord<>(value) : new StreamRecord<>(value, timestamp);
        if (operator instanceof OneInputStreamOperator<?, ?> one) {
            ((OneInputStreamOperator<Object, OUT>) one).processElement(element);
            return;
        }
        TwoInputStreamOperator<Object, Object, OUT> two = (TwoInputStreamOperator<Object, Object, OUT>) operator;
        if (input == 0) {
            two.processElement1(element);
        } else {
            two.processElement2(element);
        }
    }

    @Override
    public void onWatermark(long timestamp) throws Exception {
        Watermark mark = new Watermark(timestamp);
        if (operator instanceof TwoInputStreamOperator<?, ?, ?> two) {
            two.processWatermark1(mark);
            two.processWatermark2(mark);
        }
        if (operator instanceof AbstractStreamOperator<?> known) {
            known.processWatermark(mark);
        } else if (operator instanceof OneInputStreamOperator<?, ?> one) {
            one.processWatermark(mark);
        }
    }

    @Override
    public boolean finish() throws Exception {
        if (operator instanceof BoundedOneInput bounded) {
            bounded.endInput();
        }
        operator.finish();
        return true;
    }

    @Override
    public void snapshot(long checkpointId, SnapshotWriter writer) throws Exception {
        life.snapshot(checkpointId, writer);
    }

    @Override
    public void restore(SnapshotReader reader) throws Exception {
        life.restore(reader);
    }

    @Override
    public void onComplete(long checkpointId) throws Exception {
        operator.notifyCheckpointComplete(checkpointId);
    }

    @Override
    public void onAborted(long checkpointId) throws Exception {
        operator.notifyCheckpointAborted(checkpointId);
    }

    @Override
    public void close() throws Exception {
        if (opened) {
            opened = false;
            operator.close();
        }
    }

    /** The output as the operator sees it. */
    private final class Records implements Output<StreamRecord<OUT>> {
        @Override
        public void collect(StreamRecord<OUT> record) {
            output.emit(record.getValue(), timestamp(record));
        }

        @Override
        public <X> void collect(OutputTag<X> tag, StreamRecord<X> record) {
            output.emit(tag, record.getValue(), timestamp(record));
        }

        @Override
        public void emitWatermark(Watermark mark) {
            output.watermark(mark.getTimestamp());
        }

        private long timestamp(StreamRecord<?> record) {
            return record.hasTimestamp() ? record.getTimestamp() : Batch.NO_TIMESTAMP;
        }
    }

    /** The operator's state, by the ways of functions. */
    private record OperatorState(StreamOperator<?> operator) implements CheckpointedFunction {
        @Override
        public void initializeState(FunctionInitializationContext context) throws Exception {
            if (operator instanceof AbstractStreamOperator<?> known) {
                known.initializeState(new Initialization(context));
            }
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) throws Exception {
            if (operator instanceof AbstractStreamOperator<?> known) {
                known.snapshotState(new Snapshot(context.getCheckpointId(), context.getCheckpointTimestamp()));
            }
        }
    }

    private record Initialization(FunctionInitializationContext context) implements StateInitializationContext {
        @Override
        public OptionalLong getRestoredCheckpointId() {
            return context.getRestoredCheckpointId();
        }

        @Override
        public OperatorStateStore getOperatorStateStore() {
            return context.getOperatorStateStore();
        }

        @Override
        public KeyedStateStore getKeyedStateStore() {
            return context.getKeyedStateStore();
        }
    }

    private record Snapshot(long checkpointId, long timestampMillis) implements StateSnapshotContext {
        @Override
        public long getCheckpointId() {
            return checkpointId;
        }

        @Override
        public long getCheckpointTimestamp() {
            return timestampMillis;
        }
    }
}
