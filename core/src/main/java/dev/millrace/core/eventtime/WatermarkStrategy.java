package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;
import java.time.Duration;

/** How the records of an input get timestamps and watermarks. Built step by step; each step gives a new strategy. */
@ModelApi
@FunctionalInterface
public interface WatermarkStrategy<T> extends TimestampAssignerSupplier<T>, WatermarkGeneratorSupplier<T> {

    @Override
    WatermarkGenerator<T> createWatermarkGenerator(WatermarkGeneratorSupplier.Context context);

    /** Leaves the timestamps that the records have, unless a step before said otherwise. */
    @Override
    default TimestampAssigner<T> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
        return new RecordTimestampAssigner<>();
    }

    /** How far this input may run ahead of its group, or null when it may run freely. */
    default WatermarkAlignmentParams getAlignmentParameters() {
        return null;
    }

    /** This strategy with timestamps of its own. */
    default WatermarkStrategy<T> withTimestampAssigner(TimestampAssignerSupplier<T> assigner) {
        return new WatermarkStrategySteps.WithTimestamps<>(this, assigner);
    }

    /** This strategy with timestamps of its own. */
    default WatermarkStrategy<T> withTimestampAssigner(SerializableTimestampAssigner<T> assigner) {
        return withTimestampAssigner(TimestampAssignerSupplier.of(assigner));
    }

    /** This strategy, idle when no record has passed for {@code timeout} (above 0). */
    default WatermarkStrategy<T> withIdleness(Duration timeout) {
        return new WatermarkStrategySteps.WithIdleness<>(this, timeout);
    }

    /** This strategy, held back to at most {@code maxDrift} ahead of the slowest of its group. */
    default WatermarkStrategy<T> withWatermarkAlignment(String group, Duration maxDrift) {
        return withWatermarkAlignment(group, maxDrift, Duration.ofSeconds(1));
    }

    /** This strategy, held back to at most {@code maxDrift} ahead of the slowest of its group. */
    default WatermarkStrategy<T> withWatermarkAlignment(String group, Duration maxDrift, Duration updateInterval) {
        return new WatermarkStrategySteps.WithAlignment<>(
                this, new WatermarkAlignmentParams(group, maxDrift.toMillis(), updateInterval.toMillis()));
    }

    /** Timestamps that never fall within an instance (a split, at a source). */
    static <T> WatermarkStrategy<T> forMonotonousTimestamps() {
        return context -> new AscendingTimestampsWatermarks<>();
    }

    /** Timestamps that fall by no more than a bound. */
    static <T> WatermarkStrategy<T> forBoundedOutOfOrderness(Duration maxOutOfOrderness) {
        return context -> new BoundedOutOfOrdernessWatermarks<>(maxOutOfOrderness);
    }

    /** Watermarks from a generator of the user's own. */
    static <T> WatermarkStrategy<T> forGenerator(WatermarkGeneratorSupplier<T> generators) {
        return generators::createWatermarkGenerator;
    }

    /** No watermarks; event time does not move before the end. */
    static <T> WatermarkStrategy<T> noWatermarks() {
        return context -> new NoWatermarksGenerator<>();
    }
}
