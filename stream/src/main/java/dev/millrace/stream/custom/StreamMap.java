package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.MapFunction;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.stream.operator.Operators;
import java.util.Objects;

/** Runs a {@link MapFunction}, in a stream's {@code transform} or in a harness. */
@ModelApi
public class StreamMap<IN, OUT> implements ReadyOneInput<IN, OUT> {
    private static final long serialVersionUID = 1;

    private final MapFunction<IN, OUT> function;

    public StreamMap(MapFunction<IN, OUT> function) {
        this.function = Objects.requireNonNull(function, "function");
    }

    @Override
    public OperatorFactory<?, ?> factory(boolean keyed) {
        return Operators.map(function);
    }
}
