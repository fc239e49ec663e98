package dev.millrace.stream.async;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.Collection;
import java.util.function.Predicate;

/** Common conditions under which requests are sent again. */
@ModelApi
public final class RetryPredicates {

    /** The answer is empty. */
    public static final EmptyResult<?> EMPTY_RESULT_PREDICATE = new EmptyResult<>();

    /** The answer is an error. */
    public static final AnyError HAS_EXCEPTION_PREDICATE = new AnyError();

    private RetryPredicates() {}

    /** See {@link #EMPTY_RESULT_PREDICATE}. */
    public record EmptyResult<T>() implements Predicate<Collection<T>>, Serializable {

        @Override
        public boolean test(Collection<T> results) {
            return results == null || results.isEmpty();
        }
    }

    /** See {@link #HAS_EXCEPTION_PREDICATE}. */
    public record AnyError() implements Predicate<Throwable>, Serializable {

        @Override
        public boolean test(Throwable error) {
            return error != null;
        }
    }
}
