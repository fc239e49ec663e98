package dev.millrace.core.operator;

import dev.millrace.core.function.FilterFunction;
import dev.millrace.core.function.MapFunction;

/**
 * All that an operator does with a record, where that is one function: a chain may run it in line with its neighbours. The
 * operator itself gets everything else, marks and its life.
 */
public sealed interface Inlined {

    /** The function itself; the one that the operator runs too. */
    Object function();

    /** Emits what the function makes of the record, with the record's timestamp. */
    record Mapped(MapFunction<?, ?> function) implements Inlined {}

    /** Emits the record itself when the function says so. */
    record Filtered(FilterFunction<?> function) implements Inlined {}
}
