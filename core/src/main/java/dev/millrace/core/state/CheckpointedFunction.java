package dev.millrace.core.state;

import dev.millrace.core.ModelApi;

/** A function with state of its own beside keys. */
@ModelApi
public interface CheckpointedFunction {

    /** Brings the state up to date; it is taken when this returns. */
    void snapshotState(FunctionSnapshotContext context) throws Exception;

    /** Called once per instance, before {@code open}, restored or not. */
    void initializeState(FunctionInitializationContext context) throws Exception;
}
