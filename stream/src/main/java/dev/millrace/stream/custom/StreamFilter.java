package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.FilterFunction;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.stream.operator.Operators;
import java.util.Objects;

/** Runs a {@link FilterFunction}, in a stream's {@code transform} or in a harness. */
@ModelApi
public class StreamFilter<IN> implements ReadyOneInput<IN, IN> {
    private static final long serialVersionUID = 1;

    private final FilterFunction<IN> function;

    public StreamFilter(FilterFunction<IN> function) {
        this.function = Objects.requireNonNull(function, "function");
    }

    @Override
    public OperatorFactory<?, ?> factory(boolean keyed) {
        return Operators.filter(function);
    }
}
