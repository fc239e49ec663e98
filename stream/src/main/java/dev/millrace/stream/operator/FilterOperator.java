package dev.millrace.stream.operator;

import dev.millrace.core.function.FilterFunction;
import dev.millrace.core.operator.CommitListener;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;

/** Emits the records that a function lets through. */
final class FilterOperator<T> implements Operator<T, T>, CommitListener {

    private final FilterFunction<T> function;
    private final UserFunction life;
    private Output<T> output;

    FilterOperator(FilterFunction<T> function) {
        this.function = function;
        this.life = new UserFunction(function);
    }

    @Override
    public void open(OperatorContext context, Output<T> output) throws Exception {
        this.output = output;
        life.open(context);
    }

    @Override
    public void onRecord(int input, T value, long timestamp) throws Exception {
        if (function.filter(value)) {
            output.emit(value, timestamp);
        }
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
