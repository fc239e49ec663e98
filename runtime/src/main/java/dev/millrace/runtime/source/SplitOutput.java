package dev.millrace.runtime.source;

import dev.millrace.core.code.OwnCode;
import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.eventtime.NoWatermarksGenerator;
import dev.millrace.core.eventtime.RecordTimestampAssigner;
import dev.millrace.core.eventtime.TimestampAssigner;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.eventtime.WatermarkGenerator;
import dev.millrace.core.eventtime.WatermarkOutput;
import dev.millrace.core.operator.Output;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** The event time of one split, or of a reader that does not tell splits apart. Owned by the task's thread. */
final class SplitOutput implements WatermarkOutput {
    private final String split;
    private final SourceEventTime eventTime;
    private final WatermarkGenerator<Object> generator;
    private final ActivityClock clock;
    private final ReaderOutput<Object> records;
    private long watermark;
    private long sinceMillis;
    private boolean joined;
    private boolean idle;
    /** Whether it does not count as a split that has records: it has not joined the others yet, or is idle. */
    private boolean silent = true;

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
    @SuppressWarnings("unchecked") // it takes any record
    SplitOutput(
            String split,
            Output<Object> output,
            SourceEmitter emitter,
            TimestampAssigner<Object> timestamps,
            Generator generator,
            long watermark) {
        this.split = split;
        this.eventTime = emitter.eventTime();
        this.generator = generator.watermarks();
        this.clock = generator.clock();
        this.watermark = watermark;
        this.sinceMillis = clock.millis();
        this.records = (ReaderOutput<Object>) OwnCode.make(
                MethodHandles.lookup(),
                SplitRecords.class,
                List.of(output.getClass(), timestamps.getClass(), this.generator.getClass()),
                this,
                emitter,
                output,
                timestamps,
                this.generator,
                timestamps instanceof RecordTimestampAssigner<?> && !isPeriodic());
    }

    /** Where the split's records go. */
    ReaderOutput<Object> records() {
        return records;
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

    /** When event time came to the watermark, or the split began, milliseconds since the epoch. */
    long sinceMillis() {
        return sinceMillis;
    }

    /** Whether the split is held back. */
    boolean stands() {
        return clock.stands();
    }

    /** Whether the generator wants to be asked again and again. */
    boolean isPeriodic() {
        return !(generator instanceof NoWatermarksGenerator<?>);
    }

    /** Takes part in the source's event time from now on. */
    void join() {
        if (!joined) {
            joined = true;
            silent = idle;
            eventTime.add(this);
        }
    }

    /** Whether a record has to {@link #wake} it. */
    boolean isSilent() {
        return silent;
    }

    /** It has a record. */
    void wake() {
        join();
        if (idle) {
            markActive();
        }
    }

    private void setIdle(boolean newIdle) {
        idle = newIdle;
        silent = newIdle || !joined;
    }

    @Override
    public void emitWatermark(Watermark newWatermark) {
        setIdle(false);
        if (newWatermark.getTimestamp() > watermark) {
            watermark = newWatermark.getTimestamp();
            sinceMillis = clock.millis();
        }
        eventTime.combine();
    }

    @Override
    public void markIdle() {
        setIdle(true);
        eventTime.combine();
    }

    @Override
    public void markActive() {
        setIdle(false);
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
