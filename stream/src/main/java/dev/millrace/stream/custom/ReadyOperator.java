package dev.millrace.stream.custom;

import dev.millrace.core.operator.OperatorFactory;

/** An operator around a function that the engine has an operator for. It is data: only streams and harnesses run it. */
public interface ReadyOperator {

    /** The engine's operator for the function. */
    OperatorFactory<?, ?> factory(boolean keyed);
}
