package dev.millrace.core.state;

import dev.millrace.core.ModelApi;

/** One accumulator per key, to which values are added and from which a result is read. */
@ModelApi
public interface AggregatingState<IN, OUT> extends MergingState<IN, OUT> {}
