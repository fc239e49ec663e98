package dev.millrace.stream.operator;

import dev.millrace.core.operator.CommitListener;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.stream.function.CoFlatMapFunction;

/** Emits whatever a function hands out for each record of two inputs. */
final class CoFlatMapOperator<A, B, O> implements Operator<Object, O>, CommitListener {

    private final CoFlatMapFunction<A, B, O> function;
    private final UserFunction life;
    private Output<O> output;
    private Emitter<O> emitter;

    CoFlatMapOperator(CoFlatMapFunction<A, B, O> function) {
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
    @SuppressWarnings("unchecked") // the graph connects each input with its stream
    public void onRecord(int input, Object value, long timestamp) throws Exception {
        emitter.at(timestamp);
        if (input == 0) {
            function.flatMap1((A) value, emitter);
        } else {
            function.flatMap2((B) value, emitter);
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
