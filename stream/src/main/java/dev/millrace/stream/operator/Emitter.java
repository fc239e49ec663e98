package dev.millrace.stream.operator;

import dev.millrace.core.element.Batch;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.Output;
import java.util.Objects;

/** The collector of an operator: what is collected gets the timestamp of what is being worked on. */
public final class Emitter<O> implements Collector<O> {

    private final Output<O> output;
    private long timestamp = Batch.NO_TIMESTAMP;

    public Emitter(Output<O> output) {
        this.output = output;
    }

    /** Sets the timestamp of what follows; milliseconds since the epoch or {@link Batch#NO_TIMESTAMP}. */
    public Emitter<O> at(long newTimestamp) {
        timestamp = newTimestamp;
        return this;
    }

    @Override
    public void collect(O record) {
        output.emit(record, timestamp);
    }

    /** Emits to a side output. */
    public <X> void output(OutputTag<X> tag, X value) {
        output.emit(Objects.requireNonNull(tag, "the output tag must not be null"), value, timestamp);
    }

    /** The timestamp as user code sees it: null when there is none. */
    public Long timestamp() {
        return timestamp == Batch.NO_TIMESTAMP ? null : timestamp;
    }
}
