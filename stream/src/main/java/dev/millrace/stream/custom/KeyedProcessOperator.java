package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.stream.operator.Operators;
import java.util.Objects;

/** Runs a {@link KeyedProcessFunction}, in a stream's {@code transform} or in a harness. */
@ModelApi
public class KeyedProcessOperator<K, IN, OUT> implements ReadyOneInput<IN, OUT> {
    private static final long serialVersionUID = 1;

    private final KeyedProcessFunction<K, IN, OUT> function;

    public KeyedProcessOperator(KeyedProcessFunction<K, IN, OUT> function) {
        this.function = Objects.requireNonNull(function, "function");
    }

    @Override
    public OperatorFactory<?, ?> factory(boolean keyed) {
        return Operators.keyedProcess(function);
    }
}
