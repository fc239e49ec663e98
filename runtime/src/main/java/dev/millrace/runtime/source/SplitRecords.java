package dev.millrace.runtime.source;

import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SourceOutput;
import dev.millrace.core.element.Batch;
import dev.millrace.core.eventtime.TimestampAssigner;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.eventtime.WatermarkGenerator;
import dev.millrace.core.operator.Output;

/**
 * The way of a record out of its split, or out of a reader that does not tell splits apart, with code of its own for the
 * strategy and the output. Owned by the task's thread.
 */
final class SplitRecords implements ReaderOutput<Object> {
    private final SplitOutput split;
    private final SourceEmitter emitter;
    private final Output<Object> output;
    private final TimestampAssigner<Object> timestamps;
    private final WatermarkGenerator<Object> generator;
    /** Whether records keep their timestamps and make no watermarks. */
    private final boolean plain;

    SplitRecords(
            SplitOutput split,
            SourceEmitter emitter,
            Output<Object> output,
            TimestampAssigner<Object> timestamps,
            WatermarkGenerator<Object> generator,
            boolean plain) {
        this.split = split;
        this.emitter = emitter;
        this.output = output;
        this.timestamps = timestamps;
        this.generator = generator;
        this.plain = plain;
    }

    @Override
    public int recordsWanted() {
        return emitter.recordsWanted();
    }

    @Override
    public void collect(Object record) {
        collect(record, Batch.NO_TIMESTAMP);
    }

    @Override
    public void collect(Object record, long timestamp) {
        if (split.isSilent()) {
            split.wake();
        }
        if (plain) {
            output.emit(record, timestamp);
        } else {
            long assigned = timestamps.extractTimestamp(record, timestamp);
            output.emit(record, assigned);
            generator.onEvent(record, assigned, split);
        }
    }

    @Override
    public void emitWatermark(Watermark watermark) {
        split.join();
        split.emitWatermark(watermark);
    }

    @Override
    public void markIdle() {
        split.join();
        split.markIdle();
    }

    @Override
    public void markActive() {
        split.join();
        split.markActive();
    }

    @Override
    public SourceOutput<Object> createOutputForSplit(String splitId) {
        return emitter.createOutputForSplit(splitId);
    }

    @Override
    public void releaseOutputForSplit(String splitId) {
        emitter.releaseOutputForSplit(splitId);
    }
}
