package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.FlatMapFunction;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.stream.operator.Operators;
import java.util.Objects;

/** Runs a {@link FlatMapFunction}, in a stream's {@code transform} or in a harness. */
@ModelApi
public class StreamFlatMap<IN, OUT> implements ReadyOneInput<IN, OUT> {
    private static final long serialVersionUID = 1;

    private final FlatMapFunction<IN, OUT> function;

    public StreamFlatMap(FlatMapFunction<IN, OUT> function) {
        this.function = Objects.requireNonNull(function, "function");
    }

    @Override
    public OperatorFactory<?, ?> factory(boolean keyed) {
        return Operators.flatMap(function);
    }
}
