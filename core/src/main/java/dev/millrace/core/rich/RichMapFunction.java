package dev.millrace.core.rich;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.MapFunction;

/** A {@link MapFunction} with a life cycle. */
@ModelApi
public abstract class RichMapFunction<T, O> extends AbstractRichFunction implements MapFunction<T, O> {

    @Override
    public abstract O map(T value) throws Exception;
}
