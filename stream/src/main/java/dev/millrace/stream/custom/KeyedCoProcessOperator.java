package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.stream.function.KeyedCoProcessFunction;
import dev.millrace.stream.operator.Operators;
import java.util.Objects;

/** Runs a {@link KeyedCoProcessFunction}, in a stream's {@code transform} or in a harness. */
@ModelApi
public class KeyedCoProcessOperator<K, IN1, IN2, OUT> implements ReadyTwoInputs<IN1, IN2, OUT> {
    private static final long serialVersionUID = 1;

    private final KeyedCoProcessFunction<K, IN1, IN2, OUT> function;

    public KeyedCoProcessOperator(KeyedCoProcessFunction<K, IN1, IN2, OUT> function) {
        this.function = Objects.requireNonNull(function, "function");
    }

    @Override
    public OperatorFactory<?, ?> factory(boolean keyed) {
        return Operators.keyedCoProcess(function);
    }
}
