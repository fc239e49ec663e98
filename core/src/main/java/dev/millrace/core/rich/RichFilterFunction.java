package dev.millrace.core.rich;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.FilterFunction;

/** A {@link FilterFunction} with a life cycle. */
@ModelApi
public abstract class RichFilterFunction<T> extends AbstractRichFunction implements FilterFunction<T> {

    @Override
    public abstract boolean filter(T value) throws Exception;
}
