package dev.millrace.connectors.basic.generator;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.concurrent.CompletableFuture;

/** Makes the rate limiters of a source, so that all its readers together keep the rate. */
@ModelApi
@FunctionalInterface
public interface RateLimiterStrategy extends Serializable {

    /** The limiter that always allows. */
    RateLimiter UNLIMITED = () -> CompletableFuture.completedFuture(null);

    /** The limiter of one of {@code parallelism} readers. */
    RateLimiter createRateLimiter(int parallelism);

    /** So many records in a second over all readers. */
    static RateLimiterStrategy perSecond(double recordsPerSecond) {
        if (!(recordsPerSecond > 0)) {
            throw new IllegalArgumentException("A rate has to be above 0 records per second, not " + recordsPerSecond);
        }
        return parallelism -> new SecondRateLimiter(recordsPerSecond / parallelism);
    }

    /** So many records over all readers, at least one per reader, between two checkpoints. */
    static RateLimiterStrategy perCheckpoint(int recordsPerCheckpoint) {
        if (recordsPerCheckpoint < 1) {
            throw new IllegalArgumentException(
                    "A rate has to be at least 1 record per checkpoint, not " + recordsPerCheckpoint);
        }
        return parallelism -> new CheckpointRateLimiter(Math.max(1, recordsPerCheckpoint / parallelism));
    }

    /** As fast as records are taken. */
    static RateLimiterStrategy noOp() {
        return parallelism -> UNLIMITED;
    }
}
