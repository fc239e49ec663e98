package dev.millrace.stream.source;

import dev.millrace.core.ModelApi;
import dev.millrace.core.rich.AbstractRichFunction;

/** A {@link ParallelSourceFunction} with a life cycle. */
@ModelApi
public abstract class RichParallelSourceFunction<OUT> extends AbstractRichFunction
        implements ParallelSourceFunction<OUT> {}
