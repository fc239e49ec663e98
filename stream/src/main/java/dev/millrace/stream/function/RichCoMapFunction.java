package dev.millrace.stream.function;

import dev.millrace.core.ModelApi;
import dev.millrace.core.rich.AbstractRichFunction;

/** A {@link CoMapFunction} with a life cycle. */
@ModelApi
public abstract class RichCoMapFunction<IN1, IN2, OUT> extends AbstractRichFunction
        implements CoMapFunction<IN1, IN2, OUT> {}
