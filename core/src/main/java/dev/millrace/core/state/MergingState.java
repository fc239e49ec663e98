package dev.millrace.core.state;

import dev.millrace.core.ModelApi;

/** State of which two parts can become one. */
@ModelApi
public interface MergingState<IN, OUT> extends AppendingState<IN, OUT> {}
