package dev.millrace.stream.operator;

import dev.millrace.core.code.OwnCode;
import dev.millrace.core.function.FilterFunction;
import dev.millrace.core.function.MapFunction;
import dev.millrace.core.operator.Inlined;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorFactory;
import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * Makes operators that run one function, with code of their own for that function and its output.
 *
 * @param emitsNewObjects whether what the function emits has been seen to be {@linkplain #emitsNewObjects() new}
 */
record Compiled<I, O>(Class<?> operator, Object function, boolean emitsNewObjects) implements OperatorFactory<I, O> {

    Compiled(Class<?> operator, Object function) {
        this(operator, function, false);
    }

    @Override
    public Operator<I, O> create() {
        return make(List.of());
    }

    @Override
    public Operator<I, O> create(Class<?> output) {
        return make(List.of(function.getClass(), output));
    }

    @SuppressWarnings("unchecked") // made with a function that fits the operator
    private Operator<I, O> make(List<Class<?>> callees) {
        return (Operator<I, O>) OwnCode.make(MethodHandles.lookup(), operator, callees, function);
    }

    @Override
    public Inlined inlined() {
        if (operator == MapOperator.class) {
            return new Inlined.Mapped((MapFunction<?, ?>) function);
        }
        return operator == FilterOperator.class ? new Inlined.Filtered((FilterFunction<?>) function) : null;
    }
}
