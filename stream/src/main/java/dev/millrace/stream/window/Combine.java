package dev.millrace.stream.window;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.ReduceFunction;
import java.io.Serializable;

/**
 * How records become the total of a slice, and totals become those of windows.
 *
 * @param <A> totals
 * @param <V> what a window function sees
 */
sealed interface Combine<T, A, V> extends Serializable {

    /** The total of one record; never the record itself when that can change. */
    A first(T value, TotalCopies<A> totals);

    /** A total with a record added; the given one may be changed and given back. */
    A add(A total, T value, TotalCopies<A> totals) throws Exception;

    /** Two totals, the earlier first, as one; either may be changed and given back. */
    A merge(A earlier, A later) throws Exception;

    V result(A total);

    /** Whether a total takes a further record; one that is not taken is kept beside the total. */
    default boolean takes(A total) {
        return true;
    }

    /** See {@link ReduceFunction}. */
    record Reducing<T>(ReduceFunction<T> function) implements Combine<T, T, T> {

        @Override
        public T first(T value, TotalCopies<T> totals) {
            return totals.copy(value);
        }

        @Override
        public T add(T total, T value, TotalCopies<T> totals) throws Exception {
            T reduced = Contents.requireReduced(function.reduce(total, value));
            return reduced == value ? totals.copy(value) : reduced;
        }

        @Override
        public T merge(T earlier, T later) throws Exception {
            return Contents.requireReduced(function.reduce(earlier, later));
        }

        @Override
        public T result(T total) {
            return total;
        }
    }

    /**
     * Keeps the records themselves, which nobody else has or nobody changes: those that come are the operator's own, or the
     * program has promised it. Totals are neither merged nor seen by a function but as what they hold.
     */
    record Collecting<T>() implements Combine<T, ItemList, Object> {

        @Override
        public ItemList first(T value, TotalCopies<ItemList> totals) {
            return add(new ItemList(), value, totals);
        }

        @Override
        public ItemList add(ItemList total, T value, TotalCopies<ItemList> totals) {
            total.add(value);
            return total;
        }

        @Override
        public ItemList merge(ItemList earlier, ItemList later) {
            throw new UnsupportedOperationException("windows that keep all their records do not overlap");
        }

        @Override
        public Object result(ItemList total) {
            return total;
        }

        @Override
        public boolean takes(ItemList total) {
            return total.takes();
        }
    }

    /** See {@link AggregateFunction}. */
    record Aggregating<T, A, V>(AggregateFunction<T, A, V> function) implements Combine<T, A, V> {

        @Override
        public A first(T value, TotalCopies<A> totals) {
            return Contents.requireAccumulator(function.add(value, function.createAccumulator()));
        }

        @Override
        public A add(A total, T value, TotalCopies<A> totals) {
            return Contents.requireAccumulator(function.add(value, total));
        }

        @Override
        public A merge(A earlier, A later) {
            return Contents.requireAccumulator(function.merge(earlier, later));
        }

        @Override
        public V result(A total) {
            return function.getResult(total);
        }
    }
}
