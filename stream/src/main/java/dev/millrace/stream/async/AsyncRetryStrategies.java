package dev.millrace.stream.async;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** Common ways to send requests again. Predicates that are given travel with the job and must be serializable. */
@ModelApi
public final class AsyncRetryStrategies {

    /** Never sends a request again. */
    public static final AsyncRetryStrategy<?> NO_RETRY_STRATEGY = new FixedDelayRetryStrategy<>(0, 0, null, null);

    private AsyncRetryStrategies() {}

    private record Conditions<OUT>(Predicate<Collection<OUT>> ofResults, Predicate<Throwable> ofErrors)
            implements AsyncRetryPredicate<OUT> {

        @Override
        public Optional<Predicate<Collection<OUT>>> resultPredicate() {
            return Optional.ofNullable(ofResults);
        }

        @Override
        public Optional<Predicate<Throwable>> exceptionPredicate() {
            return Optional.ofNullable(ofErrors);
        }
    }

    private static <P> P serializable(P predicate) {
        if (!(predicate instanceof Serializable)) {
            throw new IllegalArgumentException(
                    "a retry predicate travels with the job; write a class that is Serializable, or cast the lambda");
        }
        return predicate;
    }

    /** Sends a request again so many times, always after the same pause. */
    @ModelApi
    public static final class FixedDelayRetryStrategy<OUT> implements AsyncRetryStrategy<OUT> {

        private final int maxAttempts;
        private final long backoffTimeMillis;
        private final Conditions<OUT> conditions;

        private FixedDelayRetryStrategy(
                int maxAttempts,
                long backoffTimeMillis,
                Predicate<Collection<OUT>> ofResults,
                Predicate<Throwable> ofErrors) {
            this.maxAttempts = maxAttempts;
            this.backoffTimeMillis = backoffTimeMillis;
            this.conditions = new Conditions<>(ofResults, ofErrors);
        }

        @Override
        public boolean canRetry(int currentAttempts) {
            return currentAttempts <= maxAttempts;
        }

        @Override
        public long getBackoffTimeMillis(int currentAttempts) {
            return backoffTimeMillis;
        }

        @Override
        public AsyncRetryPredicate<OUT> getRetryPredicate() {
            return conditions;
        }
    }

    /** Makes a {@link FixedDelayRetryStrategy}. */
    @ModelApi
    public static final class FixedDelayRetryStrategyBuilder<OUT> {

        private final int maxAttempts;
        private final long backoffTimeMillis;
        private Predicate<Collection<OUT>> ofResults;
        private Predicate<Throwable> ofErrors;

        /**
         * @param maxAttempts how often a request is sent again at most, from 1
         * @param backoffTimeMillis the pause before it is, above 0
         */
        public FixedDelayRetryStrategyBuilder(int maxAttempts, long backoffTimeMillis) {
            if (maxAttempts < 1 || backoffTimeMillis < 1) {
                throw new IllegalArgumentException("a retry strategy needs 1 attempt or more, not " + maxAttempts
                        + ", and a pause of 1 ms or more, not " + backoffTimeMillis);
            }
            this.maxAttempts = maxAttempts;
            this.backoffTimeMillis = backoffTimeMillis;
        }

        /** Which results are asked for again. */
        public FixedDelayRetryStrategyBuilder<OUT> ifResult(Predicate<Collection<OUT>> resultRetryPredicate) {
            ofResults = serializable(resultRetryPredicate);
            return this;
        }

        /** After which errors a request is sent again. */
        public FixedDelayRetryStrategyBuilder<OUT> ifException(Predicate<Throwable> exceptionRetryPredicate) {
            ofErrors = serializable(exceptionRetryPredicate);
            return this;
        }

        public FixedDelayRetryStrategy<OUT> build() {
            return new FixedDelayRetryStrategy<>(maxAttempts, backoffTimeMillis, ofResults, ofErrors);
        }
    }

    /** Sends a request again so many times, after pauses that grow. */
    @ModelApi
    public static final class ExponentialBackoffDelayRetryStrategy<OUT> implements AsyncRetryStrategy<OUT> {

        private final int maxAttempts;
        private final long initialDelay;
        private final long maxRetryDelay;
        private final double multiplier;
        private final Conditions<OUT> conditions;

        private ExponentialBackoffDelayRetryStrategy(
                int maxAttempts, long initialDelay, long maxRetryDelay, double multiplier, Conditions<OUT> conditions) {
            this.maxAttempts = maxAttempts;
            this.initialDelay = initialDelay;
            this.maxRetryDelay = maxRetryDelay;
            this.multiplier = multiplier;
            this.conditions = conditions;
        }

        @Override
        public boolean canRetry(int currentAttempts) {
            return currentAttempts <= maxAttempts;
        }

        @Override
        public long getBackoffTimeMillis(int currentAttempts) {
            return (long) Math.min(maxRetryDelay, initialDelay * Math.pow(multiplier, currentAttempts - 1));
        }

        @Override
        public AsyncRetryPredicate<OUT> getRetryPredicate() {
            return conditions;
        }
    }

    /** Makes an {@link ExponentialBackoffDelayRetryStrategy}. */
    @ModelApi
    public static final class ExponentialBackoffDelayRetryStrategyBuilder<OUT> {

        private final int maxAttempts;
        private final long initialDelay;
        private final long maxRetryDelay;
        private final double multiplier;
        private Predicate<Collection<OUT>> ofResults;
        private Predicate<Throwable> ofErrors;

        /**
         * @param maxAttempts how often a request is sent again at most, from 1
         * @param initialDelay the first pause, milliseconds
         * @param maxRetryDelay the longest pause, milliseconds
         * @param multiplier by which each pause is longer than the one before, from 1
         */
        public ExponentialBackoffDelayRetryStrategyBuilder(
                int maxAttempts, long initialDelay, long maxRetryDelay, double multiplier) {
            if (maxAttempts < 1 || initialDelay < 1 || maxRetryDelay < initialDelay || multiplier < 1) {
                throw new IllegalArgumentException("a retry strategy needs 1 attempt or more, not " + maxAttempts
                        + ", pauses from 1 ms up, not from " + initialDelay + " to " + maxRetryDelay
                        + ", and a multiplier of 1 or more, not " + multiplier);
            }
            this.maxAttempts = maxAttempts;
            this.initialDelay = initialDelay;
            this.maxRetryDelay = maxRetryDelay;
            this.multiplier = multiplier;
        }

        /** Which results are asked for again. */
        public ExponentialBackoffDelayRetryStrategyBuilder<OUT> ifResult(
                Predicate<Collection<OUT>> resultRetryPredicate) {
            ofResults = serializable(resultRetryPredicate);
            return this;
        }

        /** After which errors a request is sent again. */
        public ExponentialBackoffDelayRetryStrategyBuilder<OUT> ifException(
                Predicate<Throwable> exceptionRetryPredicate) {
            ofErrors = serializable(exceptionRetryPredicate);
            return this;
        }

        public ExponentialBackoffDelayRetryStrategy<OUT> build() {
            return new ExponentialBackoffDelayRetryStrategy<>(
                    maxAttempts, initialDelay, maxRetryDelay, multiplier, new Conditions<>(ofResults, ofErrors));
        }
    }
}
