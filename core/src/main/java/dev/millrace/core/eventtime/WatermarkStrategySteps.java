package dev.millrace.core.eventtime;

import java.time.Duration;

/** The strategies that the steps of {@link WatermarkStrategy} make. */
final class WatermarkStrategySteps {

    private WatermarkStrategySteps() {}

    record WithTimestamps<T>(WatermarkStrategy<T> strategy, TimestampAssignerSupplier<T> timestamps)
            implements WatermarkStrategy<T> {

        @Override
        public WatermarkGenerator<T> createWatermarkGenerator(WatermarkGeneratorSupplier.Context context) {
            return strategy.createWatermarkGenerator(context);
        }

        @Override
        public TimestampAssigner<T> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
            return timestamps.createTimestampAssigner(context);
        }

        @Override
        public WatermarkAlignmentParams getAlignmentParameters() {
            return strategy.getAlignmentParameters();
        }
    }

    record WithIdleness<T>(WatermarkStrategy<T> strategy, Duration timeout) implements WatermarkStrategy<T> {

        @Override
        public WatermarkGenerator<T> createWatermarkGenerator(WatermarkGeneratorSupplier.Context context) {
            return new WatermarksWithIdleness<>(strategy.createWatermarkGenerator(context), timeout, context.clock());
        }

        @Override
        public TimestampAssigner<T> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
            return strategy.createTimestampAssigner(context);
        }

        @Override
        public WatermarkAlignmentParams getAlignmentParameters() {
            return strategy.getAlignmentParameters();
        }
    }

    record WithAlignment<T>(WatermarkStrategy<T> strategy, WatermarkAlignmentParams alignment)
            implements WatermarkStrategy<T> {

        @Override
        public WatermarkGenerator<T> createWatermarkGenerator(WatermarkGeneratorSupplier.Context context) {
            return strategy.createWatermarkGenerator(context);
        }

        @Override
        public TimestampAssigner<T> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
            return strategy.createTimestampAssigner(context);
        }

        @Override
        public WatermarkAlignmentParams getAlignmentParameters() {
            return alignment;
        }
    }
}
