package dev.millrace.cluster.manager;

/**
 * How long a peer has been silent, as far as this node has been awake to hear it: a node that was stopped for an hour does
 * not take its peers for dead.
 */
final class Silence {

    /** A peer that was silent for so long is gone. */
    static final long LIMIT_MILLIS = 30_000;

    /** The most that one tick adds. */
    private static final long TICK_MILLIS_MAX = 1_000;

    private long silentMillis;
    private long tickMillis;

    Silence(long nowMillis) {
        tickMillis = nowMillis;
    }

    void broken() {
        silentMillis = 0;
    }

    /** Whether the peer has been silent for too long. */
    boolean isTooLong(long nowMillis, long limitMillis) {
        silentMillis += Math.min(TICK_MILLIS_MAX, nowMillis - tickMillis);
        tickMillis = nowMillis;
        return silentMillis >= limitMillis;
    }
}
