package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import dev.millrace.core.state.CheckpointListener;
import java.io.Serializable;

/** A step of a dataflow as a program writes it itself; most extend {@link AbstractStreamOperator}. */
@ModelApi
public interface StreamOperator<OUT> extends CheckpointListener, Serializable {

    /** Prepares the operator; its state has been restored. */
    void open() throws Exception;

    /** The input has ended; what is emitted here is the last. */
    void finish() throws Exception;

    /** Releases everything; called once, also after a failure. */
    void close() throws Exception;

    @Override
    default void notifyCheckpointComplete(long checkpointId) throws Exception {}
}
