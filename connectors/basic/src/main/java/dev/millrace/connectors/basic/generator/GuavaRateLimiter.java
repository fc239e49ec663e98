package dev.millrace.connectors.basic.generator;

import dev.millrace.core.ModelApi;
import dev.millrace.core.connector.SourceReaderContext;
import java.util.concurrent.CompletionStage;

/** Allows so many records in a second; no library does it, only programs know it by this name. */
@ModelApi
public class GuavaRateLimiter implements RateLimiter {

    private final SecondRateLimiter limiter;

    public GuavaRateLimiter(double recordsPerSecond) {
        limiter = new SecondRateLimiter(recordsPerSecond);
    }

    @Override
    public void open(SourceReaderContext readerContext) {
        limiter.open(readerContext);
    }

    @Override
    public CompletionStage<Void> acquire() {
        return limiter.acquire();
    }
}
