package dev.millrace.runtime.exchange;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Which lanes have something. Channels set bits on any thread; the gate collects them, so that it never looks at a lane that
 * is empty. Law: a bit is taken before its lane is polled, so an element that comes later sets it again.
 */
final class ReadyLanes {
    private final AtomicLongArray arrived;
    private final long[] ready;
    private final int lanes;

    ReadyLanes(int lanes) {
        this.lanes = lanes;
        this.arrived = new AtomicLongArray((lanes + 63) / 64);
        this.ready = new long[(lanes + 63) / 64];
        for (int lane = 0; lane < lanes; lane++) {
            ready[lane / 64] |= 1L << lane;
        }
    }

    /** Says that something has come. Any thread. */
    void arrived(int lane) {
        long bit = 1L << lane;
        if ((arrived.get(lane / 64) & bit) == 0) {
            arrived.getAndUpdate(lane / 64, word -> word | bit);
        }
    }

    /** Takes over what has arrived. */
    void collect() {
        for (int word = 0; word < ready.length; word++) {
            if (arrived.get(word) != 0) {
                ready[word] |= arrived.getAndSet(word, 0);
            }
        }
    }

    /** The first ready lane from {@code from} on, without wrapping, or -1. */
    int next(int from) {
        if (from >= lanes) {
            return -1;
        }
        int word = from / 64;
        long bits = ready[word] & -1L << from;
        while (bits == 0) {
            if (++word == ready.length) {
                return -1;
            }
            bits = ready[word];
        }
        return word * 64 + Long.numberOfTrailingZeros(bits);
    }

    /** The lane was found empty. */
    void empty(int lane) {
        ready[lane / 64] &= ~(1L << lane);
    }
}
