package dev.millrace.core.eventtime;

/** Assigners of the older form as strategies: timestamps and watermarks of one and the same object. */
final class OlderAssigners {

    private OlderAssigners() {}

    /** A strategy of an {@link AssignerWithPeriodicWatermarks}. */
    record Periodic<T>(AssignerWithPeriodicWatermarks<T> assigner) implements WatermarkStrategy<T> {

        @Override
        public TimestampAssigner<T> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
            return assigner;
        }

        @Override
        public WatermarkGenerator<T> createWatermarkGenerator(WatermarkGeneratorSupplier.Context context) {
            return new WatermarkGenerator<>() {
                @Override
                public void onEvent(T event, long eventTimestamp, WatermarkOutput output) {
                    // watermarks come when they are asked for
                }

                @Override
                public void onPeriodicEmit(WatermarkOutput output) {
                    emit(assigner.getCurrentWatermark(), output);
                }
            };
        }
    }

    /** A strategy of an {@link AssignerWithPunctuatedWatermarks}. */
    record Punctuated<T>(AssignerWithPunctuatedWatermarks<T> assigner) implements WatermarkStrategy<T> {

        @Override
        public TimestampAssigner<T> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
            return assigner;
        }

        @Override
        public WatermarkGenerator<T> createWatermarkGenerator(WatermarkGeneratorSupplier.Context context) {
            return new WatermarkGenerator<>() {
                @Override
                public void onEvent(T event, long eventTimestamp, WatermarkOutput output) {
                    emit(assigner.checkAndGetNextWatermark(event, eventTimestamp), output);
                }

                @Override
                public void onPeriodicEmit(WatermarkOutput output) {
                    // watermarks come with records
                }
            };
        }
    }

    private static void emit(Watermark watermark, WatermarkOutput output) {
        if (watermark != null) {
            output.emitWatermark(watermark);
        }
    }
}
