package dev.millrace.stream.function;

import dev.millrace.core.ModelApi;
import dev.millrace.core.rich.AbstractRichFunction;

/** A {@link CoFlatMapFunction} with a life cycle. */
@ModelApi
public abstract class RichCoFlatMapFunction<IN1, IN2, OUT> extends AbstractRichFunction
        implements CoFlatMapFunction<IN1, IN2, OUT> {}
