package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.stream.async.AsyncFunction;
import dev.millrace.stream.async.AsyncOperators;
import dev.millrace.stream.async.AsyncRetryStrategies;
import dev.millrace.stream.async.AsyncRetryStrategy;
import dev.millrace.stream.async.AsyncSpec;
import java.util.concurrent.TimeUnit;

/**
 * Adds operations that ask something outside for each record. So many records may wait for their answers at a time; those
 * that wait are part of checkpoints. Timeouts include retries; 0 stands for none.
 */
@ModelApi
public final class AsyncDataStream {

    private static final int CAPACITY_DEFAULT = 100;

    private AsyncDataStream() {}

    @SuppressWarnings("unchecked") // what is never tried again fits any results
    private static <OUT> AsyncRetryStrategy<OUT> never() {
        return (AsyncRetryStrategy<OUT>) AsyncRetryStrategies.NO_RETRY_STRATEGY;
    }

    private static <IN, OUT> SingleOutputStreamOperator<OUT> add(DataStream<IN> in, AsyncSpec<IN, OUT> spec) {
        String name = spec.ordered() ? "async wait ordered" : "async wait unordered";
        SingleOutputStreamOperator<OUT> results = in.then(name, name, AsyncOperators.wait(spec), null);
        results.step().stateful();
        return results;
    }

    /** Results go on as answers come, but never past a watermark that was behind or before their record. */
    public static <IN, OUT> SingleOutputStreamOperator<OUT> unorderedWait(
            DataStream<IN> in, AsyncFunction<IN, OUT> func, long timeout, TimeUnit timeUnit, int capacity) {
        return unorderedWaitWithRetry(in, func, timeout, timeUnit, capacity, never());
    }

    /** Like the other, with room for 100 requests. */
    public static <IN, OUT> SingleOutputStreamOperator<OUT> unorderedWait(
            DataStream<IN> in, AsyncFunction<IN, OUT> func, long timeout, TimeUnit timeUnit) {
        return unorderedWait(in, func, timeout, timeUnit, CAPACITY_DEFAULT);
    }

    /** Results go on in the order of their records. */
    public static <IN, OUT> SingleOutputStreamOperator<OUT> orderedWait(
            DataStream<IN> in, AsyncFunction<IN, OUT> func, long timeout, TimeUnit timeUnit, int capacity) {
        return orderedWaitWithRetry(in, func, timeout, timeUnit, capacity, never());
    }

    /** Like the other, with room for 100 requests. */
    public static <IN, OUT> SingleOutputStreamOperator<OUT> orderedWait(
            DataStream<IN> in, AsyncFunction<IN, OUT> func, long timeout, TimeUnit timeUnit) {
        return orderedWait(in, func, timeout, timeUnit, CAPACITY_DEFAULT);
    }

    /** Results go on as answers come; requests are sent again as a strategy says. */
    public static <IN, OUT> SingleOutputStreamOperator<OUT> unorderedWaitWithRetry(
            DataStream<IN> in,
            AsyncFunction<IN, OUT> func,
            long timeout,
            TimeUnit timeUnit,
            int capacity,
            AsyncRetryStrategy<OUT> asyncRetryStrategy) {
        return add(
                in, new AsyncSpec<>(in.clean(func), false, timeUnit.toMillis(timeout), capacity, asyncRetryStrategy));
    }

    /** Like the other, with room for 100 requests. */
    public static <IN, OUT> SingleOutputStreamOperator<OUT> unorderedWaitWithRetry(
            DataStream<IN> in,
            AsyncFunction<IN, OUT> func,
            long timeout,
            TimeUnit timeUnit,
            AsyncRetryStrategy<OUT> asyncRetryStrategy) {
        return unorderedWaitWithRetry(in, func, timeout, timeUnit, CAPACITY_DEFAULT, asyncRetryStrategy);
    }

    /** Results go on in the order of their records; requests are sent again as a strategy says. */
    public static <IN, OUT> SingleOutputStreamOperator<OUT> orderedWaitWithRetry(
            DataStream<IN> in,
            AsyncFunction<IN, OUT> func,
            long timeout,
            TimeUnit timeUnit,
            int capacity,
            AsyncRetryStrategy<OUT> asyncRetryStrategy) {
        return add(in, new AsyncSpec<>(in.clean(func), true, timeUnit.toMillis(timeout), capacity, asyncRetryStrategy));
    }

    /** Like the other, with room for 100 requests. */
    public static <IN, OUT> SingleOutputStreamOperator<OUT> orderedWaitWithRetry(
            DataStream<IN> in,
            AsyncFunction<IN, OUT> func,
            long timeout,
            TimeUnit timeUnit,
            AsyncRetryStrategy<OUT> asyncRetryStrategy) {
        return orderedWaitWithRetry(in, func, timeout, timeUnit, CAPACITY_DEFAULT, asyncRetryStrategy);
    }
}
