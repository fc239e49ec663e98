package dev.millrace.benchmarks.hand;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Batches from one thread to another, in a ring of batches that are used again and again.
 *
 * @param <A> the array that a batch is
 */
final class Ring<A> {
    private static final int SLOTS = 16;

    private final A[] batches;
    private final int[] sizes = new int[SLOTS];
    private final long[] watermarks = new long[SLOTS];
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private volatile boolean ended;

    /** @param batches as many arrays as the ring has slots */
    Ring(A[] batches) {
        this.batches = batches;
    }

    static Ring<long[]> ofLongs(int longs) {
        return new Ring<>(new long[SLOTS][longs]);
    }

    static Ring<Object[]> ofObjects(int objects) {
        return new Ring<>(new Object[SLOTS][objects]);
    }

    /** The batch to fill, or null when all are on their way. */
    A claim() {
        long at = sent.getPlain();
        return at - taken.get() < SLOTS ? batches[(int) (at % SLOTS)] : null;
    }

    void send(int size, long watermark) {
        long at = sent.getPlain();
        sizes[(int) (at % SLOTS)] = size;
        watermarks[(int) (at % SLOTS)] = watermark;
        sent.setRelease(at + 1);
    }

    /** The batch to read, or null when none has come. */
    A peek() {
        long at = taken.getPlain();
        return at < sent.getAcquire() ? batches[(int) (at % SLOTS)] : null;
    }

    int size() {
        return sizes[(int) (taken.getPlain() % SLOTS)];
    }

    long watermark() {
        return watermarks[(int) (taken.getPlain() % SLOTS)];
    }

    /** The batch that was read may be filled again. */
    void release() {
        taken.setRelease(taken.getPlain() + 1);
    }

    void end() {
        ended = true;
    }

    boolean isDrained() {
        return ended && peek() == null;
    }
}
