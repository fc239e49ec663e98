package dev.millrace.runtime.source;

import dev.millrace.core.connector.SourceOutput;
import dev.millrace.core.element.Batch;
import dev.millrace.core.eventtime.NoWatermarksGenerator;
import dev.millrace.core.eventtime.RecordTimestampAssigner;
import dev.millrace.core.eventtime.TimestampAssigner;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.eventtime.WatermarkGenerator;
import dev.millrace.runtime.chain.ChainOutput;

/** Takes the records of one split, or of a reader that does not tell splits apart. Owned by the task's thread. */
final class SplitOutput implements SourceOutput<Object> {
    private final String split;
    private final ChainOutput output;
    private final SourceEventTime eventTime;
    private final TimestampAssigner<Object> timestamps;
    private final WatermarkGenerator<Object> generator;
    private final ActivityClock clock;
    private final boolean plain;
    private long watermark;
    private boolean idle;

    /**
     * What makes the watermarks of a split.
     *
     * @param clock what idleness is measured by
     */
    record Generator(WatermarkGenerator<Object> watermarks, ActivityClock clock) {}

    /**
     * @param split the name of the split, or null for the reader as a whole
     * @param watermark the event time that the split had come to, or {@link Long#MIN_VALUE}
     */
    SplitOutput(
            String split,
            ChainOutput output,
            SourceEventTime eventTime,
            TimestampAssigner<Object> timestamps,
            Generator generator,
            long watermark) {
        this.split = split;
        this.output = output;
        this.eventTime = eventTime;
        this.timestamps = timestamps;
        this.generator = generator.watermarks();
        this.clock = generator.clock();
        this.plain = timestamps instanceof RecordTimestampAssigner<?> && !isPeriodic();
        this.watermark = watermark;
    }

    String split() {
        return split;
    }

    long watermark() {
        return watermark;
    }

    boolean isIdle() {
        return idle;
    }

    /** Whether the generator wants to be asked again and again. */
    boolean isPeriodic() {
        return !(generator instanceof NoWatermarksGenerator<?>);
    }

    @Override
    public void collect(Object record) {
        collect(record, Batch.NO_TIMESTAMP);
    }

    @Override
    public void collect(Object record, long timestamp) {
        eventTime.count();
        if (idle) {
            markActive();
        }
        if (plain) {
            output.emit(record, timestamp);
        } else {
            long assigned = timestamps.extractTimestamp(record, timestamp);
            output.emit(record, assigned);
            generator.onEvent(record, assigned, this);
        }
    }

    @Override
    public void emitWatermark(Watermark newWatermark) {
        idle = false;
        watermark = Math.max(watermark, newWatermark.getTimestamp());
        eventTime.combine();
    }

    @Override
    public void markIdle() {
        idle = true;
        eventTime.combine();
    }

    @Override
    public void markActive() {
        idle = false;
        eventTime.combine();
    }

    /** Whether the split is held back, and cannot show that it has records. */
    void stand(boolean stands) {
        clock.stand(stands);
    }

    void askGenerator() {
        generator.onPeriodicEmit(this);
    }
}
