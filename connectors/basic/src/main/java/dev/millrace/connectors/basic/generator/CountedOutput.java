package dev.millrace.connectors.basic.generator;

import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SourceOutput;
import dev.millrace.core.eventtime.Watermark;

/** Passes records on, asks for one at a time, and counts them. Outputs of splits count too. */
final class CountedOutput<T> implements ReaderOutput<T> {

    private ReaderOutput<T> target;
    private int count;

    void target(ReaderOutput<T> newTarget) {
        target = newTarget;
    }

    void restart() {
        count = 0;
    }

    /** Records since the last restart. */
    int count() {
        return count;
    }

    @Override
    public int recordsWanted() {
        return 1;
    }

    @Override
    public void collect(T record) {
        count++;
        target.collect(record);
    }

    @Override
    public void collect(T record, long timestamp) {
        count++;
        target.collect(record, timestamp);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
        target.emitWatermark(watermark);
    }

    @Override
    public void markIdle() {
        target.markIdle();
    }

    @Override
    public void markActive() {
        target.markActive();
    }

    @Override
    public SourceOutput<T> createOutputForSplit(String splitId) {
        SourceOutput<T> split = target.createOutputForSplit(splitId);
        return new SourceOutput<>() {
            @Override
            public void collect(T record) {
                count++;
                split.collect(record);
            }

            @Override
            public void collect(T record, long timestamp) {
                count++;
                split.collect(record, timestamp);
            }

            @Override
            public void emitWatermark(Watermark watermark) {
                split.emitWatermark(watermark);
            }

            @Override
            public void markIdle() {
                split.markIdle();
            }

            @Override
            public void markActive() {
                split.markActive();
            }
        };
    }

    @Override
    public void releaseOutputForSplit(String splitId) {
        target.releaseOutputForSplit(splitId);
    }
}
