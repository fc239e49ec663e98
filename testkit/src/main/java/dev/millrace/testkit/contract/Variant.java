package dev.millrace.testkit.contract;

import java.util.List;

/**
 * One way of running a part of a program.
 *
 * @param parallelism of the first life
 * @param batches whether records that follow each other come in one batch, or each alone
 * @param room how many elements a channel holds
 * @param bufferMillis how long results wait for their batch to fill; 0 sends each at once
 * @param chained whether inputs, operators and results run in one task where they can
 * @param objectReuse whether values are passed on without copies
 * @param backend where keyed state lives
 * @param seed of the order in which tasks are stepped
 * @param cuts the checkpoints in its middle, in order and at different places
 */
public record Variant(
        int parallelism,
        boolean batches,
        int room,
        long bufferMillis,
        boolean chained,
        boolean objectReuse,
        String backend,
        long seed,
        List<Cut> cuts) {

    static final int ROOMY = 32;

    /** One record at a time, one instance, no checkpoint: what others are compared with. */
    public static final Variant PLAIN = new Variant(1, false, ROOMY, 100, false, false, "heap", 1, List.of());

    public Variant {
        cuts = List.copyOf(cuts);
    }

    public Variant withParallelism(int newParallelism) {
        return new Variant(newParallelism, batches, room, bufferMillis, chained, objectReuse, backend, seed, cuts);
    }

    public Variant inBatches() {
        return new Variant(parallelism, true, room, bufferMillis, chained, objectReuse, backend, seed, cuts);
    }

    /** Channels that hold one element, each record a batch of its own: steps stop inside the batches they read. */
    public Variant inNarrowChannels() {
        return new Variant(parallelism, true, 1, 0, chained, objectReuse, backend, seed, cuts);
    }

    /** Channels that hold one batch. */
    public Variant inOneBatchChannels() {
        return new Variant(parallelism, true, 1, bufferMillis, chained, objectReuse, backend, seed, cuts);
    }

    public Variant inOneTask() {
        return new Variant(parallelism, batches, room, bufferMillis, true, objectReuse, backend, seed, cuts);
    }

    public Variant withObjectReuse() {
        return new Variant(parallelism, batches, room, bufferMillis, chained, true, backend, seed, cuts);
    }

    public Variant onStore(String newBackend) {
        return new Variant(parallelism, batches, room, bufferMillis, chained, objectReuse, newBackend, seed, cuts);
    }

    public Variant withSeed(long newSeed) {
        return new Variant(parallelism, batches, room, bufferMillis, chained, objectReuse, backend, newSeed, cuts);
    }

    public Variant withCuts(List<Cut> newCuts) {
        return new Variant(parallelism, batches, room, bufferMillis, chained, objectReuse, backend, seed, newCuts);
    }
}
