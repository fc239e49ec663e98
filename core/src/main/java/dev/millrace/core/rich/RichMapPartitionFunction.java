package dev.millrace.core.rich;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.MapPartitionFunction;

/** A {@link MapPartitionFunction} with a life cycle. */
@ModelApi
public abstract class RichMapPartitionFunction<I, O> extends AbstractRichFunction
        implements MapPartitionFunction<I, O> {

    @Override
    public abstract void mapPartition(Iterable<I> values, Collector<O> out) throws Exception;
}
