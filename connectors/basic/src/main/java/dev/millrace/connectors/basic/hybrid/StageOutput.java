package dev.millrace.connectors.basic.hybrid;

import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SourceOutput;
import dev.millrace.core.eventtime.Watermark;

/** Where the reader of one source emits: into the output of the whole, with names of splits of the whole. */
final class StageOutput<T> implements ReaderOutput<T> {

    private final int index;
    private ReaderOutput<T> real;

    StageOutput(int index) {
        this.index = index;
    }

    /** Emits into this output from now on. */
    StageOutput<T> to(ReaderOutput<T> output) {
        real = output;
        return this;
    }

    @Override
    public int recordsWanted() {
        return real.recordsWanted();
    }

    @Override
    public SourceOutput<T> createOutputForSplit(String splitId) {
        return real.createOutputForSplit(HybridSourceSplit.idOf(index, splitId));
    }

    @Override
    public void releaseOutputForSplit(String splitId) {
        real.releaseOutputForSplit(HybridSourceSplit.idOf(index, splitId));
    }

    @Override
    public void collect(T record) {
        real.collect(record);
    }

    @Override
    public void collect(T record, long timestamp) {
        real.collect(record, timestamp);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
        real.emitWatermark(watermark);
    }

    @Override
    public void markIdle() {
        real.markIdle();
    }

    @Override
    public void markActive() {
        real.markActive();
    }
}
