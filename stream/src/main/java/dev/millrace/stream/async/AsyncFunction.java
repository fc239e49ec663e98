package dev.millrace.stream.async;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.Function;
import java.io.Serializable;
import java.util.concurrent.TimeoutException;

/** Asks something outside for each record without waiting for the answer. */
@ModelApi
public interface AsyncFunction<IN, OUT> extends Function, Serializable {

    /**
     * Sends a request for a record and returns at once; the future is completed later, by any thread.
     *
     * @throws Exception fails the job
     */
    void asyncInvoke(IN input, ResultFuture<OUT> resultFuture) throws Exception;

    /** No answer has come in time. Completes the future with something else, or fails the job as this does. */
    default void timeout(IN input, ResultFuture<OUT> resultFuture) throws Exception {
        resultFuture.completeExceptionally(new TimeoutException("no answer has come in time for " + input));
    }
}
