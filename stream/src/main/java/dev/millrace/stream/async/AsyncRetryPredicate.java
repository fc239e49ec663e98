package dev.millrace.stream.async;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** Says which answers are asked for again. */
@ModelApi
public interface AsyncRetryPredicate<OUT> extends Serializable {

    /** Which results; empty for none. */
    Optional<Predicate<Collection<OUT>>> resultPredicate();

    /** Which errors; empty for none. */
    Optional<Predicate<Throwable>> exceptionPredicate();
}
