package dev.millrace.check;

/**
 * A small random number generator whose numbers are fixed by its seed in every JVM: SplitMix64 (Steele, Lea, Flood:
 * "Fast splittable pseudorandom number generators", OOPSLA 2014). One thread owns it.
 */
final class Dice {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** The dice of case number {@code index} under a seed; neighbouring cases are unrelated. */
    static Dice ofCase(long seed, int index) {
        return new Dice(mix(seed + index * GOLDEN_GAMMA));
    }

    long bits() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A number from 0 to {@code max} inclusive, evenly spread. */
    long upTo(long max) {
        if (max == Long.MAX_VALUE) {
            return bits() >>> 1;
        }
        return Long.remainderUnsigned(bits(), max + 1);
    }

    boolean oneIn(int times) {
        return upTo(times - 1L) == 0;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
