package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** A sink whose writers keep state; the older form, of which {@link SupportsWriterState} is a part. */
@ModelApi
public interface StatefulSink<InputT, WriterStateT> extends Sink<InputT>, SupportsWriterState<InputT, WriterStateT> {

    @Override
    default SinkWriter<InputT> createWriter(WriterInitContext context) throws IOException {
        return restoreWriter(context, List.of());
    }

    @Override
    StatefulSinkWriter<InputT, WriterStateT> restoreWriter(
            WriterInitContext context, Collection<WriterStateT> recoveredState) throws IOException;
}
