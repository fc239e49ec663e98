package dev.millrace.verification.simulation;

import java.util.SplittableRandom;

/** Sizes that cross the limits of the engine: batches, channels, splits, polls. */
final class Sizes {
    private Sizes() {}

    /** Some numbers in splits: from none to some thousands, mostly some hundreds. */
    static Numbers numbers(SplittableRandom random) {
        int count = random.nextInt(1 << random.nextInt(2, 13));
        return some(random, count);
    }

    /** Some numbers in splits, fewer than two to the power of {@code bits}. */
    static Numbers numbers(SplittableRandom random, int bits) {
        return some(random, random.nextInt(1 << random.nextInt(2, bits + 1)));
    }

    /** Few numbers, for shapes in which each gives many results. */
    static Numbers few(SplittableRandom random) {
        return some(random, random.nextInt(60));
    }

    /** Some numbers that come in their order. */
    static Numbers oneSplit(SplittableRandom random) {
        return inOneSplit(numbers(random));
    }

    /** Few numbers that come in their order. */
    static Numbers fewInOneSplit(SplittableRandom random) {
        return inOneSplit(few(random));
    }

    private static Numbers inOneSplit(Numbers numbers) {
        return new Numbers(0, numbers.end(), (int) numbers.end() + 1, numbers.pauseMillisMax());
    }

    private static Numbers some(SplittableRandom random, int count) {
        int splitSize = 1 + random.nextInt(Math.max(1, count));
        return new Numbers(0, count, Math.max(splitSize, count / 40 + 1), random.nextInt(1 << random.nextInt(3, 10)));
    }

    /** How many keys: from one to hundreds. */
    static long keys(SplittableRandom random) {
        return 1 + random.nextInt(1 << random.nextInt(9));
    }
}
