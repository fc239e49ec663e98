package dev.millrace.core.rich;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.CoGroupFunction;
import dev.millrace.core.function.Collector;

/** A {@link CoGroupFunction} with a life cycle. */
@ModelApi
public abstract class RichCoGroupFunction<IN1, IN2, OUT> extends AbstractRichFunction
        implements CoGroupFunction<IN1, IN2, OUT> {

    @Override
    public abstract void coGroup(Iterable<IN1> first, Iterable<IN2> second, Collector<OUT> out) throws Exception;
}
