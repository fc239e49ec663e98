package dev.millrace.connectors.basic;

import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SourceOutput;
import dev.millrace.core.eventtime.Watermark;
import java.util.List;
import java.util.function.IntSupplier;

/** An output that keeps records. */
public final class Recorded<T> implements ReaderOutput<T> {

    private final List<T> records;
    private final IntSupplier wanted;

    public Recorded(List<T> records, IntSupplier wanted) {
        this.records = records;
        this.wanted = wanted;
    }

    @Override
    public int recordsWanted() {
        return wanted.getAsInt();
    }

    @Override
    public void collect(T record) {
        records.add(record);
    }

    @Override
    public void collect(T record, long timestamp) {
        records.add(record);
    }

    @Override
    public void emitWatermark(Watermark watermark) {}

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}

    @Override
    public SourceOutput<T> createOutputForSplit(String splitId) {
        return this;
    }

    @Override
    public void releaseOutputForSplit(String splitId) {}
}
