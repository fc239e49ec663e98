package dev.millrace.core.operator;

import dev.millrace.core.function.KeySelector;
import java.io.Serializable;

/** Makes the instances of an operator. It is data: a class and its arguments, which travel to where the tasks run. */
public interface OperatorFactory<I, O> extends Serializable {

    /** A fresh operator. Called once per task, on a deserialized copy of the factory that no other task shares. */
    Operator<I, O> create();

    /**
     * A fresh operator that is going to emit to an output of this class. A factory may give it
     * {@linkplain dev.millrace.core.code.OwnCode code of its own} for that.
     */
    default Operator<I, O> create(Class<?> output) {
        return create();
    }

    /**
     * Whether each value that the operator emits is an object that nobody else has, though what it refers to may be shared, or
     * a value that never changes: then only what it refers to may have to be copied.
     */
    default boolean emitsNewObjects() {
        return false;
    }

    /** All that the operator does with a record, when that is one function, else null. */
    default Inlined inlined() {
        return null;
    }

    /**
     * What may combine the operator's records before they travel to it, or null.
     *
     * @param key the key by which they travel
     */
    default Combiner combiner(KeySelector<?, ?> key) {
        return null;
    }

    /** Whether the operator is such a combiner, which holds records until event time goes on. */
    default boolean combines() {
        return false;
    }
}
