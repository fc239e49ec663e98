package dev.millrace.stream.sink;

import dev.millrace.core.code.OwnCode;
import dev.millrace.core.connector.Sink;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorFactory;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** Makes the operators of a sink, with code of their own for each class of sinks. */
record SinkFactory<T>(Sink<T> sink) implements OperatorFactory<T, Void> {

    @Override
    @SuppressWarnings("unchecked") // made with a sink that fits
    public Operator<T, Void> create() {
        return (Operator<T, Void>)
                OwnCode.make(MethodHandles.lookup(), SinkOperator.class, List.of(sink.getClass()), sink);
    }
}
