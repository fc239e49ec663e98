package dev.millrace.stream.async;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/** Says whether and when a request is sent again. */
@ModelApi
public interface AsyncRetryStrategy<OUT> extends Serializable {

    /**
     * Whether it may be sent once more.
     *
     * @param currentAttempts how often it has been sent, from 1
     */
    boolean canRetry(int currentAttempts);

    /** How long to wait before it is sent again, milliseconds. */
    long getBackoffTimeMillis(int currentAttempts);

    AsyncRetryPredicate<OUT> getRetryPredicate();
}
