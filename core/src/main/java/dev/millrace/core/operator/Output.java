package dev.millrace.core.operator;

import dev.millrace.core.function.OutputTag;

/** Where an operator's results go. */
public interface Output<O> {

    /**
     * @param timestamp milliseconds since the epoch, or {@link dev.millrace.core.element.Batch#NO_TIMESTAMP}
     */
    void emit(O value, long timestamp);

    /** Emits to a side output; a tag that nobody reads costs nothing. */
    <T> void emit(OutputTag<T> tag, T value, long timestamp);

    /**
     * Emits all values of a cursor, a few at a time: this returns at once, and no record comes to the operator before
     * the cursor is exhausted. A barrier may pass between any two values, so the cursor's position must be part of what
     * {@link Operator#snapshot} writes or be derived from keyed state.
     */
    void emitAll(Cursor<O> values);

    /** Forwards event time; below or at what was forwarded before it does nothing. */
    void watermark(long timestamp);

    /** Tells those downstream that nothing holds a watermark back here, or that something does again. */
    void idle(boolean idle);
}
