package dev.millrace.stream.operator;

import dev.millrace.core.operator.CommitListener;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.stream.function.CoMapFunction;

/** Emits what a function makes of each record of two inputs. */
final class CoMapOperator<A, B, O> implements Operator<Object, O>, CommitListener {

    private final CoMapFunction<A, B, O> function;
    private final UserFunction life;
    private Output<O> output;

    CoMapOperator(CoMapFunction<A, B, O> function) {
        this.function = function;
        this.life = new UserFunction(function);
    }

    @Override
    public void open(OperatorContext context, Output<O> output) throws Exception {
        this.output = output;
        life.open(context);
    }

    @Override
    @SuppressWarnings("unchecked") // the graph connects each input with its stream
    public void onRecord(int input, Object value, long timestamp) throws Exception {
        output.emit(input == 0 ? function.map1((A) value) : function.map2((B) value), timestamp);
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
