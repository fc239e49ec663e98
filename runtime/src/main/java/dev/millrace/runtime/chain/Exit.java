package dev.millrace.runtime.chain;

import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.Cursor;
import dev.millrace.core.operator.Output;

/** The way of a record from an operator to the one edge that leaves it. Has code of its own for each such place. */
final class Exit implements Output<Object> {
    private final ChainOutput output;
    private final Target edge;
    /** Null when records pass as they are. */
    private final Copies copies;

    Exit(ChainOutput output, Target edge, Copies copies) {
        this.output = output;
        this.edge = edge;
        this.copies = copies;
    }

    @Override
    public void emit(Object value, long timestamp) {
        output.emitting();
        edge.onRecord(copies == null ? value : copies.of(value), timestamp);
    }

    @Override
    public <T> void emit(OutputTag<T> tag, T value, long timestamp) {
        output.emit(tag, value, timestamp);
    }

    @Override
    public void emitAll(Cursor<Object> values) {
        output.emitAll(values);
    }

    @Override
    public void watermark(long timestamp) {
        output.watermark(timestamp);
    }

    @Override
    public void idle(boolean idle) {
        output.idle(idle);
    }
}
