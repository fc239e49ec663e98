package dev.millrace.stream.function;

import dev.millrace.core.ModelApi;
import dev.millrace.core.rich.AbstractRichFunction;

/** A {@link SinkFunction} with a life cycle. */
@ModelApi
public abstract class RichSinkFunction<IN> extends AbstractRichFunction implements SinkFunction<IN> {}
