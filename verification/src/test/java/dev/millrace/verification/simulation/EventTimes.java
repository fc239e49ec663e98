package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.eventtime.WatermarkGenerator;
import dev.millrace.core.eventtime.WatermarkOutput;
import dev.millrace.core.eventtime.WatermarkStrategy;
import java.io.Serializable;
import java.util.SplittableRandom;

/**
 * Timestamps out of order, and watermarks in their midst. Both follow from the number alone, so that a plain loop over the
 * numbers of one split knows at which watermark each of them came.
 *
 * @param step by how much the timestamps of neighbours differ in the mean, milliseconds
 * @param disorder by how much a timestamp may lie after its place, milliseconds, exclusive
 * @param lag how far watermarks stay behind the latest timestamp there can be, milliseconds; from {@code disorder} + 1 on
 *     nothing comes late
 * @param every after how many numbers a watermark comes; 0 for none before the end
 */
record EventTimes(int step, int disorder, int lag, int every) implements Serializable {
    private static final long SALT = 0x51ED270B;

    /** Some records come late. */
    static EventTimes withLate(SplittableRandom random) {
        int disorder = 1 + random.nextInt(1 << random.nextInt(1, 8));
        return new EventTimes(
                1 + random.nextInt(8),
                disorder,
                random.nextInt(disorder + 8),
                1 + random.nextInt(1 << random.nextInt(6)));
    }

    /** No record comes late. */
    static EventTimes withoutLate(SplittableRandom random) {
        int every = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(1 << random.nextInt(6));
        int disorder = 1 + random.nextInt(1 << random.nextInt(1, 8));
        return new EventTimes(1 + random.nextInt(8), disorder, disorder + 1, every);
    }

    /** When a number happened. */
    long of(long number) {
        return number * step + new SplittableRandom(number * SALT).nextInt(disorder);
    }

    /** The event time come to when a number has passed, {@link Long#MIN_VALUE} if it did not move then. */
    long watermarkAfter(long number) {
        return every == 0 || number % every != 0 ? Long.MIN_VALUE : (number + 1) * step + disorder - lag;
    }

    WatermarkStrategy<Long> strategy() {
        EventTimes times = this;
        return WatermarkStrategy.<Long>forGenerator(context -> new Marks(times))
                .withTimestampAssigner((number, given) -> times.of(number));
    }

    private record Marks(EventTimes times) implements WatermarkGenerator<Long> {
        @Override
        public void onEvent(Long number, long timestamp, WatermarkOutput output) {
            long watermark = times.watermarkAfter(number);
            if (watermark != Long.MIN_VALUE) {
                output.emitWatermark(new Watermark(watermark));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }
}
