package dev.millrace.core.rich;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.ReduceFunction;

/** A {@link ReduceFunction} with a life cycle. */
@ModelApi
public abstract class RichReduceFunction<T> extends AbstractRichFunction implements ReduceFunction<T> {

    @Override
    public abstract T reduce(T value1, T value2) throws Exception;
}
