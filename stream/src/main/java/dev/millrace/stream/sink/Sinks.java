package dev.millrace.stream.sink;

import dev.millrace.core.connector.Sink;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.option.CheckpointConfig;

/** Makes the factory of this room's operator. */
public final class Sinks {

    private Sinks() {}

    /**
     * An operator that writes to a sink and commits what it wrote when the checkpoint that holds it is durable, or at the
     * end where there are no checkpoints.
     *
     * @param checkpoints says whether there are checkpoints; read when the job is submitted
     */
    public static <T> OperatorFactory<T, Void> sink(Sink<T> sink, CheckpointConfig checkpoints) {
        return new Factory<>(sink, checkpoints);
    }

    private record Factory<T>(Sink<T> sink, CheckpointConfig checkpoints) implements OperatorFactory<T, Void> {

        @Override
        public Operator<T, Void> create() {
            return new SinkOperator<>(sink, checkpoints.isCheckpointingEnabled());
        }
    }
}
