package dev.millrace.benchmarks.workload;

/** Numbers that look random and follow from their index alone, so that every source instance can make any part of a stream. */
public final class Mix {
    private Mix() {}

    /** The finishing step of the generator SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators). */
    public static long of(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** A number from 0 to {@code bound} − 1, from the upper half of the given bits. */
    public static long below(long bits, int bound) {
        return ((bits >>> 32) * bound) >>> 32;
    }

    /** A checksum of three values in their order. */
    public static long hash(long a, long b, long c) {
        return of(a * 0x9E3779B97F4A7C15L + b * 0xC2B2AE3D27D4EB4FL + c * 0x165667B19E3779F9L + 1);
    }

    /** A checksum of four values in their order. */
    public static long hash(long a, long b, long c, long d) {
        return hash(hash(a, b, 3), c, d);
    }
}
