package dev.millrace.stream.operator;

import dev.millrace.core.function.MapFunction;
import dev.millrace.core.operator.CommitListener;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;

/** Emits what a function makes of each record. */
final class MapOperator<I, O> implements Operator<I, O>, CommitListener {

    private final MapFunction<I, O> function;
    private final UserFunction life;
    private Output<O> output;

    MapOperator(MapFunction<I, O> function) {
        this.function = function;
        this.life = new UserFunction(function);
    }

    @Override
    public void open(OperatorContext context, Output<O> output) throws Exception {
        this.output = output;
        life.open(context);
    }

    @Override
    public void onRecord(int input, I value, long timestamp) throws Exception {
        output.emit(function.map(value), timestamp);
    }

    @Override
    public void onWatermark(long timestamp) throws Exception {
        output.watermark(timestamp);
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
        life.onComplete(checkpointId);
    }

    @Override
    public void onAborted(long checkpointId) throws Exception {
        life.onAborted(checkpointId);
    }

    @Override
    public void close() throws Exception {
        life.close();
    }
}
