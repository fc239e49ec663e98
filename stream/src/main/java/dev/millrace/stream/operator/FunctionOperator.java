package dev.millrace.stream.operator;

import dev.millrace.core.operator.CommitListener;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;

/** An operator around one user function, whose life it shares; it prepares the function when it is opened. */
public interface FunctionOperator<I, O> extends Operator<I, O>, CommitListener {

    /** The life of the function. */
    UserFunction life();

    @Override
    default void snapshot(long checkpointId, SnapshotWriter writer) throws Exception {
        life().snapshot(checkpointId, writer);
    }

    @Override
    default void restore(SnapshotReader reader) throws Exception {
        life().restore(reader);
    }

    @Override
    default void onComplete(long checkpointId) throws Exception {
        life().onComplete(checkpointId);
    }

    @Override
    default void onAborted(long checkpointId) throws Exception {
        life().onAborted(checkpointId);
    }

    @Override
    default void close() throws Exception {
        life().close();
    }
}
