package dev.millrace.stream.partition;

import dev.millrace.core.function.Function;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.stream.operator.Emitter;
import dev.millrace.stream.operator.FunctionOperator;
import dev.millrace.stream.operator.UserFunction;
import java.io.IOException;
import java.util.List;

/** Gathers the records of an instance, and emits what comes of them when the data has ended. */
final class PartitionOperator<T, O> implements FunctionOperator<T, O> {

    private static final String GATHERED = "gathered";

    private final Gathered<T, O> gathered;
    private final UserFunction life;
    private List<Object> restored = List.of();
    private Output<O> output;

    PartitionOperator(Gathered<T, O> gathered, Function function) {
        this.gathered = gathered;
        this.life = new UserFunction(function);
    }

    @Override
    public void restore(SnapshotReader reader) throws IOException {
        life.restore(reader);
        restored = reader.items(GATHERED);
    }

    @Override
    public UserFunction life() {
        return life;
    }

    @Override
    public void open(OperatorContext context, Output<O> output) throws Exception {
        this.output = output;
        life.open(context);
        gathered.restore(restored);
        restored = List.of();
    }

    @Override
    public void onRecord(int input, T value, long timestamp) throws Exception {
        gathered.add(value);
    }

    @Override
    public void onWatermark(long timestamp) {
        output.watermark(timestamp);
    }

    @Override
    public boolean finish() throws Exception {
        gathered.end(Emitter.to(output));
        return true;
    }

    @Override
    public void snapshot(long checkpointId, SnapshotWriter writer) throws Exception {
        life.snapshot(checkpointId, writer);
        writer.list(GATHERED, gathered.state());
    }
}
