package dev.millrace.stream.operator;

import dev.millrace.core.element.Batch;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.Output;
import java.util.Objects;

/** The emitter for one output, with code of its own for it. */
final class OutputEmitter<O> implements Emitter<O> {

    private final Output<O> output;
    private long timestamp = Batch.NO_TIMESTAMP;

    OutputEmitter(Output<O> output) {
        this.output = output;
    }

    @Override
    public Emitter<O> at(long newTimestamp) {
        timestamp = newTimestamp;
        return this;
    }

    @Override
    public void collect(O record) {
        output.emit(record, timestamp);
    }

    @Override
    public <X> void output(OutputTag<X> tag, X value) {
        output.emit(Objects.requireNonNull(tag, "the output tag must not be null"), value, timestamp);
    }

    @Override
    public Long timestamp() {
        return timestamp == Batch.NO_TIMESTAMP ? null : timestamp;
    }
}
