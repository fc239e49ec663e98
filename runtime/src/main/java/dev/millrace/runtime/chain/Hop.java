package dev.millrace.runtime.chain;

import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.Cursor;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.Receiver;

/** The way of a record from an operator straight into the next one of its chain. Has code of its own for each such place. */
final class Hop implements Output<Object> {
    private final ChainOutput output;
    private final OperatorLink link;
    private final Receiver<Object> receiver;
    /** Null when records pass as they are. */
    private final Copies copies;

    Hop(ChainOutput output, OperatorLink link, Receiver<Object> receiver, Copies copies) {
        this.output = output;
        this.link = link;
        this.receiver = receiver;
        this.copies = copies;
    }

    @Override
    public void emit(Object value, long timestamp) {
        output.emitting();
        Object given = copies == null ? value : copies.of(value);
        try {
            link.prepare(given);
            receiver.onRecord(0, given, timestamp);
        } catch (Throwable failure) {
            throw OperatorFailure.at(link, given, failure);
        }
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
