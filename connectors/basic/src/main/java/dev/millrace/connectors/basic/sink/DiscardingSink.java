package dev.millrace.connectors.basic.sink;

import dev.millrace.core.ModelApi;
import dev.millrace.core.connector.Sink;
import dev.millrace.core.connector.SinkWriter;
import dev.millrace.core.connector.WriterInitContext;

/** Throws records away. */
@ModelApi
public final class DiscardingSink<IN> implements Sink<IN> {

    private static final long serialVersionUID = 1;

    @Override
    public SinkWriter<IN> createWriter(WriterInitContext context) {
        return new DiscardingWriter<>();
    }

    /** Does nothing. */
    private static final class DiscardingWriter<IN> implements SinkWriter<IN> {

        @Override
        public void write(IN element, Context context) {}

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }
}
