package dev.millrace.core.operator;

import java.io.Serializable;

/** Makes the instances of an operator. It is data: a class and its arguments, which travel to where the tasks run. */
public interface OperatorFactory<I, O> extends Serializable {

    /** A fresh operator. Called once per task, on a deserialized copy of the factory that no other task shares. */
    Operator<I, O> create();
}
