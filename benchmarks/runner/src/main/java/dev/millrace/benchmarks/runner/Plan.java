package dev.millrace.benchmarks.runner;

import java.nio.file.Path;

/**
 * How measurements are taken.
 *
 * @param home the folder of this build, where class paths lie
 * @param pairs how often each contestant gets a fresh JVM
 * @param warmUps jobs before anything is measured, at least
 * @param seconds how long jobs are repeated: once for warming up, once measured
 * @param scale by what the number of records of a job is divided
 * @param heap the heap of each JVM, such as {@code 8g}
 * @param collector the collector of each JVM, such as {@code G1}
 * @param parallelism the instances of each step
 * @param bestPeerOnly whether later rounds leave out peers that were not the best in the first; Flink's default stays
 */
record Plan(
        Path home,
        int pairs,
        int warmUps,
        double seconds,
        long scale,
        String heap,
        String collector,
        int parallelism,
        boolean bestPeerOnly) {

    Path scratch() {
        return home.resolve("target/scratch");
    }

    /** The same with other instances of each step. */
    Plan withParallelism(int other) {
        return new Plan(home, pairs, warmUps, seconds, scale, heap, collector, other, bestPeerOnly);
    }

    /** What trials must have in common to be compared. */
    String heading() {
        return "# warm-ups " + warmUps + ", seconds " + seconds + ", scale " + scale + ", heap " + heap + ", collector "
                + collector + ", parallelism " + parallelism;
    }

    /** The number of records of a job: divided, but still one that can be dealt out in whole epochs of events. */
    long records(long full) {
        long unit = 50L * parallelism;
        return full < unit ? full : Math.max(full / scale / unit, 1) * unit;
    }
}
