package dev.millrace.stream.sink;

import dev.millrace.core.connector.Sink;
import dev.millrace.core.operator.OperatorFactory;

/** Makes the factory of this room's operator. */
public final class Sinks {

    private Sinks() {}

    /**
     * An operator that writes to a sink and commits what it wrote when the checkpoint that holds it is durable. Where there
     * are no checkpoints the engine announces one at the end of the data.
     */
    public static <T> OperatorFactory<T, Void> sink(Sink<T> sink) {
        return new SinkFactory<>(sink);
    }
}
