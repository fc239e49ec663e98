package dev.millrace.core.state;

import dev.millrace.core.ModelApi;

/** What a function is told when its state is about to be taken. */
@ModelApi
public interface FunctionSnapshotContext extends ManagedSnapshotContext {}
