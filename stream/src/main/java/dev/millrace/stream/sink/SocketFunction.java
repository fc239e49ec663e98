package dev.millrace.stream.sink;

import dev.millrace.core.connector.SerializationSchema;
import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.rich.RuntimeContext;
import dev.millrace.stream.function.RichSinkFunction;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** Sends records to a server, and sees to it that each is on its way before the next. */
public final class SocketFunction<T> extends RichSinkFunction<T> {
    private static final long serialVersionUID = 1;

    private final String host;
    private final int port;
    private final SerializationSchema<T> schema;
    private transient Socket socket;
    private transient OutputStream out;

    public SocketFunction(String host, int port, SerializationSchema<T> schema) {
        this.host = host;
        this.port = port;
        this.schema = schema;
    }

    @Override
    public void open(Configuration parameters) throws Exception {
        schema.open(new SchemaContext(getRuntimeContext()));
        try {
            socket = new Socket(host, port);
        } catch (IOException e) {
            throw new IOException("there is no server at " + host + ":" + port + " to write to: " + e.getMessage(), e);
        }
        out = socket.getOutputStream();
    }

    /** What the schema sees of the task. */
    private record SchemaContext(RuntimeContext task) implements SerializationSchema.InitializationContext {
        @Override
        public MetricGroup getMetricGroup() {
            return task.getMetricGroup();
        }

        @Override
        public ClassLoader getUserCodeClassLoader() {
            return task.getUserCodeClassLoader();
        }
    }

    @Override
    public void invoke(T value, Context context) throws IOException {
        out.write(schema.serialize(value));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }
}
