package dev.millrace.runtime.exchange;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Batch;
import dev.millrace.core.element.EndOfData;

/** Reads what a gate releases. */
public interface GateReader {
    /** Whether a record of an input may come now. */
    boolean admits(int input);

    /** Takes rows of a batch from {@code from} on, as many as it likes, and answers the first row not taken. */
    int onRows(int input, Batch batch, int from);

    /** The lowest watermark of all active lanes has risen. */
    void onWatermark(long timestamp);

    /** All lanes have gone idle, or one has become active again. */
    void onIdle(boolean idle);

    /** All open lanes have delivered the barrier. */
    void onBarrier(Barrier barrier);

    /** All lanes have delivered their last record. */
    void onEndOfData(EndOfData mode);
}
