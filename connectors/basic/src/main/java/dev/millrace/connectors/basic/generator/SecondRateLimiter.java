package dev.millrace.connectors.basic.generator;

import dev.millrace.core.connector.SourceReaderContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Gives each record a moment on an even time line. A reader that came late may catch up, but not on more than a short
 * while: a pause does not end in a flood.
 */
final class SecondRateLimiter implements RateLimiter {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double CATCH_UP_NANOS_MAX = 100 * NANOS_PER_MILLI;
    private static final CompletableFuture<Void> NOW = CompletableFuture.completedFuture(null);

    private final double intervalNanos;
    private SourceReaderContext context;
    private long origin;
    private double nextNanos;

    SecondRateLimiter(double recordsPerSecond) {
        this.intervalNanos = NANOS_PER_SECOND / recordsPerSecond;
    }

    @Override
    public void open(SourceReaderContext readerContext) {
        context = readerContext;
        origin = readerContext.clock().nanos();
    }

    @Override
    public CompletionStage<Void> acquire() {
        double now = context.clock().nanos() - origin;
        nextNanos = Math.max(nextNanos, now - CATCH_UP_NANOS_MAX);
        double waitNanos = nextNanos - now;
        nextNanos += intervalNanos;
        if (waitNanos <= 0) {
            return NOW;
        }
        CompletableFuture<Void> due = new CompletableFuture<>();
        long waitMillis = (long) Math.ceil(waitNanos / NANOS_PER_MILLI);
        context.mailbox().at(context.clock().millis() + waitMillis, () -> due.complete(null));
        return due;
    }
}
