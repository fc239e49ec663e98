package dev.millrace.stream.source;

import dev.millrace.core.ModelApi;

/** A {@link SourceFunction} that runs in any number of instances, each of which knows its number and emits its share. */
@ModelApi
public interface ParallelSourceFunction<OUT> extends SourceFunction<OUT> {}
