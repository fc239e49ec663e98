package dev.millrace.core.rich;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.FlatMapFunction;

/** A {@link FlatMapFunction} with a life cycle. */
@ModelApi
public abstract class RichFlatMapFunction<T, O> extends AbstractRichFunction implements FlatMapFunction<T, O> {

    @Override
    public abstract void flatMap(T value, Collector<O> out) throws Exception;
}
