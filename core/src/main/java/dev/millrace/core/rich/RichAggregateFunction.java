package dev.millrace.core.rich;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.AggregateFunction;

/** An {@link AggregateFunction} with a life cycle. Windows do not take it: their accumulators outlive an instance. */
@ModelApi
public abstract class RichAggregateFunction<IN, ACC, OUT> extends AbstractRichFunction
        implements AggregateFunction<IN, ACC, OUT> {}
