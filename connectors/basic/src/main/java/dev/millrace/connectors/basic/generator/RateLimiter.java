package dev.millrace.connectors.basic.generator;

import dev.millrace.core.ModelApi;
import dev.millrace.core.connector.SourceReaderContext;
import java.util.concurrent.CompletionStage;

/** Says when a reader may emit its next record. One thread asks. */
@ModelApi
public interface RateLimiter {

    /** Gives the limiter its clock; called once, before anything else. */
    default void open(SourceReaderContext readerContext) {}

    /** Asks for one record; the stage completes when it may be emitted. No second call comes before that. */
    CompletionStage<Void> acquire();

    /** A checkpoint is durable. */
    default void notifyCheckpointComplete(long checkpointId) {}
}
