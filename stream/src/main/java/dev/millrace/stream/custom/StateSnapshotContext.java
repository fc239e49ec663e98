package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import dev.millrace.core.state.FunctionSnapshotContext;

/** What an operator is told when it brings its state up to date. */
@ModelApi
public interface StateSnapshotContext extends FunctionSnapshotContext {}
