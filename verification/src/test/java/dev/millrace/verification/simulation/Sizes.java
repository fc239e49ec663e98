package dev.millrace.verification.simulation;

import java.util.SplittableRandom;

/** Sizes that cross the limits of the engine: batches, channels, splits, polls. */
final class Sizes {
    private Sizes() {}

    static Numbers numbers(SplittableRandom random) {
        int count = random.nextInt(1 << random.nextInt(1, 12));
        int splitSize = 1 + random.nextInt(Math.max(1, count));
        return new Numbers(0, count, Math.max(splitSize, count / 40 + 1), random.nextInt(200));
    }
}
