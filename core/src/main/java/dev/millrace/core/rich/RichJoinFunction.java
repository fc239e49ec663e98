package dev.millrace.core.rich;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.JoinFunction;

/** A {@link JoinFunction} with a life cycle. */
@ModelApi
public abstract class RichJoinFunction<IN1, IN2, OUT> extends AbstractRichFunction
        implements JoinFunction<IN1, IN2, OUT> {

    @Override
    public abstract OUT join(IN1 first, IN2 second) throws Exception;
}
