package dev.millrace.stream.source;

import dev.millrace.connectors.basic.split.QueueEnumerator;
import dev.millrace.connectors.basic.split.SplitListSerializer;
import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import dev.millrace.core.connector.StatefulReader;
import dev.millrace.core.connector.StatefulSource;
import dev.millrace.core.operator.OperatorContext;
import java.util.List;
import java.util.concurrent.Executor;

/** A source function as a source: no splits, one loop in each instance. */
public final class FunctionSource<T> implements StatefulSource<T, NoSplit, List<NoSplit>> {

    private static final long serialVersionUID = 1;

    private final SourceFunction<T> function;

    public FunctionSource(SourceFunction<T> function) {
        this.function = function;
    }

    /** Nobody knows whether a function of the program's own returns; the engine's own that walk iterators do. */
    @Override
    public Boundedness getBoundedness() {
        boolean walks = function instanceof IteratorFunction<?> || function instanceof SplitIteratorFunction<?>;
        return walks ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public StatefulReader<T, NoSplit> createReader(OperatorContext task, Executor waiting) {
        return new FunctionReader<>(function, task, waiting);
    }

    @Override
    public SplitEnumerator<NoSplit, List<NoSplit>> createEnumerator(SplitEnumeratorContext<NoSplit> enumContext) {
        return new QueueEnumerator<>(enumContext, List.of());
    }

    @Override
    public SplitEnumerator<NoSplit, List<NoSplit>> restoreEnumerator(
            SplitEnumeratorContext<NoSplit> enumContext, List<NoSplit> checkpoint) {
        return createEnumerator(enumContext);
    }

    @Override
    public SimpleVersionedSerializer<NoSplit> getSplitSerializer() {
        return new NoSplit.Serializer();
    }

    @Override
    public SimpleVersionedSerializer<List<NoSplit>> getEnumeratorCheckpointSerializer() {
        return new SplitListSerializer<>(getSplitSerializer());
    }
}
