package dev.millrace.stream.async;

import java.io.Serializable;
import java.util.Objects;

/**
 * How requests are made.
 *
 * @param ordered whether results go on in the order of the records
 * @param timeoutMillis how long a record waits for its answer, retries included; 0 for ever
 * @param capacity how many records may wait for their answers
 */
public record AsyncSpec<I, O>(
        AsyncFunction<I, O> function, boolean ordered, long timeoutMillis, int capacity, AsyncRetryStrategy<O> retries)
        implements Serializable {

    public AsyncSpec {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(retries, "retries");
        if (timeoutMillis < 0) {
            throw new IllegalArgumentException("the timeout of requests cannot be negative: " + timeoutMillis + " ms");
        }
        if (capacity < 1) {
            throw new IllegalArgumentException("the capacity for requests must be 1 or more, not " + capacity);
        }
    }
}
