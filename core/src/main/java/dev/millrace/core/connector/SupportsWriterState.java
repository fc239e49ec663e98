package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import java.io.IOException;
import java.util.Collection;

/** A sink whose writers keep state. Its {@code createWriter} makes a writer without any. */
@ModelApi
public interface SupportsWriterState<InputT, WriterStateT> {

    /** A writer that goes on from states of an earlier one; after a change of parallelism, of several earlier ones. */
    StatefulSinkWriter<InputT, WriterStateT> restoreWriter(
            WriterInitContext context, Collection<WriterStateT> recoveredState) throws IOException;

    SimpleVersionedSerializer<WriterStateT> getWriterStateSerializer();
}
