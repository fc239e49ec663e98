package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import java.io.IOException;
import java.io.Serializable;

/**
 * Where records go. A sink that keeps something across restores is also a {@link SupportsWriterState}; one that commits
 * in two phases is also a {@link SupportsCommitter}, and its writers are {@link CommittingSinkWriter}s.
 */
@ModelApi
public interface Sink<InputT> extends Serializable {

    /** The writer of one task of a job that starts without state for this sink. */
    SinkWriter<InputT> createWriter(WriterInitContext context) throws IOException;
}
