package dev.millrace.core.function;

import dev.millrace.core.ModelApi;

/**
 * Adds values up into an accumulator from which a result can be had at any time.
 *
 * @param <IN> what is added
 * @param <ACC> what is kept
 * @param <OUT> what is answered
 */
@ModelApi
public interface AggregateFunction<IN, ACC, OUT> extends Function {

    /** A new accumulator with nothing in it. */
    ACC createAccumulator();

    /** The accumulator with {@code value} added; may be the given one, changed. */
    ACC add(IN value, ACC accumulator);

    /** The result as of now; the accumulator stays in use. A window whose result is null emits nothing. */
    OUT getResult(ACC accumulator);

    /**
     * Two accumulators as one; either may be changed and given back. Called where windows merge, as sessions do, and where
     * they overlap: sliding and cumulative windows keep one accumulator per slice of time and merge those of a window, the
     * earlier first. Windows of event time may also add records up before these travel to the instance of their key, and
     * merge there. A function that cannot merge answers null or throws; that is found out with two new accumulators while
     * the program is put together: overlapping windows then keep an accumulator each, and records travel one by one.
     */
    ACC merge(ACC a, ACC b);
}
