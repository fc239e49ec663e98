package dev.millrace.stream.watermark;

import dev.millrace.core.eventtime.TimestampAssigner;
import dev.millrace.core.eventtime.TimestampAssignerSupplier;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.eventtime.WatermarkGenerator;
import dev.millrace.core.eventtime.WatermarkGeneratorSupplier;
import dev.millrace.core.eventtime.WatermarkOutput;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.core.time.Clock;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * Gives records timestamps and sends the watermarks of a generator. After a restore event time goes on where it was: a
 * generator that begins anew is not heard before it has caught up.
 */
final class WatermarkOperator<T> implements Operator<T, T> {

    private static final String STATE = "watermark";

    private final WatermarkStrategy<T> strategy;
    private final long intervalMillis;
    private OperatorContext context;
    private Output<T> output;
    private TimestampAssigner<T> timestamps;
    private WatermarkGenerator<T> generator;
    private final Sent sent = new Sent();
    private boolean toldRestored = true;

    /**
     * @param intervalMillis between two calls of the generator; 0 for none
     */
    WatermarkOperator(WatermarkStrategy<T> strategy, long intervalMillis) {
        this.strategy = strategy;
        this.intervalMillis = intervalMillis;
    }

    @Override
    public void open(OperatorContext context, Output<T> output) {
        this.context = context;
        this.output = output;
        SupplierContext suppliers = new SupplierContext(context);
        timestamps = Objects.requireNonNull(
                strategy.createTimestampAssigner(suppliers),
                "the watermark strategy has no timestamp assigner, it answers null");
        generator = Objects.requireNonNull(
                strategy.createWatermarkGenerator(suppliers),
                "the watermark strategy has no watermark generator, it answers null");
        askAgainLater();
    }

    @Override
    public void restore(SnapshotReader reader) throws IOException {
        List<Long> highest = reader.items(STATE);
        sent.highest = highest.stream().mapToLong(Long::longValue).min().orElse(Long.MIN_VALUE);
        toldRestored = highest.isEmpty();
    }

    @Override
    public void snapshot(long checkpointId, SnapshotWriter writer) throws IOException {
        if (sent.highest != Long.MIN_VALUE) {
            writer.list(STATE, List.of(sent.highest));
        }
    }

    /** Once those behind are open, they are told how far event time had come. */
    private void tellRestored() {
        if (!toldRestored) {
            toldRestored = true;
            output.watermark(sent.highest);
        }
    }

    private void askAgainLater() {
        if (intervalMillis > 0) {
            context.mailbox().at(context.clock().millis() + intervalMillis, () -> {
                tellRestored();
                generator.onPeriodicEmit(sent);
                askAgainLater();
            });
        }
    }

    @Override
    public void onRecord(int input, T value, long timestamp) {
        tellRestored();
        long assigned = timestamps.extractTimestamp(value, timestamp);
        output.emit(value, assigned);
        generator.onEvent(value, assigned, sent);
    }

    @Override
    public void onWatermark(long timestamp) {
        if (timestamp == Long.MAX_VALUE) {
            sent.emitWatermark(Watermark.MAX_WATERMARK);
        }
    }

    @Override
    public void onIdle(boolean idle, Output<T> output) {
        // whether this operator's output is idle is for its own generator to say
    }

    @Override
    public boolean finish() {
        generator.onPeriodicEmit(sent);
        return true;
    }

    private record SupplierContext(OperatorContext context)
            implements WatermarkGeneratorSupplier.Context, TimestampAssignerSupplier.Context {

        @Override
        public MetricGroup getMetricGroup() {
            return context.metrics();
        }

        @Override
        public Clock clock() {
            return context.clock();
        }
    }

    /** What the generator's words become: rising watermarks and changes of idleness. */
    private final class Sent implements WatermarkOutput {

        private long highest = Long.MIN_VALUE;
        private boolean idle;

        @Override
        public void emitWatermark(Watermark watermark) {
            if (watermark.getTimestamp() > highest) {
                markActive();
                highest = watermark.getTimestamp();
                output.watermark(highest);
            }
        }

        @Override
        public void markIdle() {
            if (!idle) {
                idle = true;
                output.idle(true);
            }
        }

        @Override
        public void markActive() {
            if (idle) {
                idle = false;
                output.idle(false);
            }
        }
    }
}
