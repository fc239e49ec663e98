package dev.millrace.stream.join;

import dev.millrace.core.operator.CommitListener;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.core.time.Timer;

/** An operator of one input, run on two: each record says of which it is. */
final class TaggedInputs<A, B, O> implements Operator<Object, O>, CommitListener {

    private final Operator<TaggedUnion<A, B>, O> operator;

    TaggedInputs(Operator<TaggedUnion<A, B>, O> operator) {
        this.operator = operator;
    }

    @Override
    public void open(OperatorContext context, Output<O> output) throws Exception {
        operator.open(context, output);
    }

    @Override
    @SuppressWarnings("unchecked") // the graph connects each input with its stream
    public void onRecord(int input, Object value, long timestamp) throws Exception {
        if (value == null) {
            throw new IllegalArgumentException("a joined stream holds a null record; filter nulls out before the join");
        }
        operator.onRecord(0, input == 0 ? TaggedUnion.one((A) value) : TaggedUnion.two((B) value), timestamp);
    }

    @Override
    public void onWatermark(long timestamp) throws Exception {
        operator.onWatermark(timestamp);
    }

    @Override
    public void onTimer(Timer timer) throws Exception {
        operator.onTimer(timer);
    }

    @Override
    public void beforeBarrier(long checkpointId) throws Exception {
        operator.beforeBarrier(checkpointId);
    }

    @Override
    public void snapshot(long checkpointId, SnapshotWriter writer) throws Exception {
        operator.snapshot(checkpointId, writer);
    }

    @Override
    public void restore(SnapshotReader reader) throws Exception {
        operator.restore(reader);
    }

    @Override
    public void onComplete(long checkpointId) throws Exception {
        if (operator instanceof CommitListener listener) {
            listener.onComplete(checkpointId);
        }
    }

    @Override
    public void onAborted(long checkpointId) throws Exception {
        if (operator instanceof CommitListener listener) {
            listener.onAborted(checkpointId);
        }
    }

    @Override
    public boolean finish() throws Exception {
        return operator.finish();
    }

    @Override
    public void close() throws Exception {
        operator.close();
    }
}
