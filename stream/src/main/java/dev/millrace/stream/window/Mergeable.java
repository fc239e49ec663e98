package dev.millrace.stream.window;

import dev.millrace.core.function.AggregateFunction;

/**
 * Finds out whether an aggregate function can merge, which many leave out where windows never merge: two accumulators with
 * nothing in them are merged while the program is put together. One that answers null or throws does not merge, and its
 * overlapping windows keep an accumulator each.
 */
final class Mergeable {

    private Mergeable() {}

    static <T, A, V> boolean is(AggregateFunction<T, A, V> function) {
        try {
            return function.merge(function.createAccumulator(), function.createAccumulator()) != null;
        } catch (RuntimeException | Error refused) {
            return false;
        }
    }
}
