package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;

/** An operator with one input. */
@ModelApi
public interface OneInputStreamOperator<IN, OUT> extends StreamOperator<OUT>, Input<IN> {}
