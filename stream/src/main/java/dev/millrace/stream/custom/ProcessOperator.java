package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.stream.function.ProcessFunction;
import dev.millrace.stream.operator.Operators;
import java.util.Objects;

/** Runs a {@link ProcessFunction}, in a stream's {@code transform} or in a harness. */
@ModelApi
public class ProcessOperator<IN, OUT> implements ReadyOneInput<IN, OUT> {
    private static final long serialVersionUID = 1;

    private final ProcessFunction<IN, OUT> function;

    public ProcessOperator(ProcessFunction<IN, OUT> function) {
        this.function = Objects.requireNonNull(function, "function");
    }

    @Override
    public OperatorFactory<?, ?> factory(boolean keyed) {
        return Operators.process(function, keyed);
    }
}
