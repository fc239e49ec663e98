package dev.millrace.stream.operator;

import dev.millrace.core.function.FlatMapFunction;
import dev.millrace.core.operator.CommitListener;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;

/** Emits whatever a function hands out for each record. */
final class FlatMapOperator<I, O> implements Operator<I, O>, CommitListener {

    private final FlatMapFunction<I, O> function;
    private final UserFunction life;
    private Output<O> output;
    private Emitter<O> emitter;

    FlatMapOperator(FlatMapFunction<I, O> function) {
        this.function = function;
        this.life = new UserFunction(function);
    }

    @Override
    public void open(OperatorContext context, Output<O> output) throws Exception {
        this.output = output;
        emitter = Emitter.to(output);
        life.open(context);
    }

    @Override
    public void onRecord(int input, I value, long timestamp) throws Exception {
        function.flatMap(value, emitter.at(timestamp));
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
