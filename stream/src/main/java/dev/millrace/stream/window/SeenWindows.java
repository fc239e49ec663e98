package dev.millrace.stream.window;

/**
 * What follows from the end of a window, kept for the windows that were looked at last: each key comes to the same ones.
 * Owned by the task's thread.
 */
final class SeenWindows {

    private static final int SEEN_BITS = 6;

    /** Spreads ends that lie a slide apart (Knuth, vol. 3, 6.4: multiplicative hashing by the golden ratio). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Slicing slicing;
    private final Seen[] seen = new Seen[1 << SEEN_BITS];

    SeenWindows(Slicing slicing) {
        this.slicing = slicing;
    }

    /**
     * A window.
     *
     * @param blockStart see {@link Slicing#blockStart}
     * @param nextEnd the end of the window after it
     * @param nextStart the start of that
     */
    record Seen(long start, long end, long blockStart, long nextEnd, long nextStart) {}

    /** The window with an end. */
    Seen of(long end) {
        int place = (int) (end * SPREAD >>> Long.SIZE - SEEN_BITS);
        Seen known = seen[place];
        if (known == null || known.end() != end) {
            long nextEnd = slicing.endAfter(end);
            known = new Seen(
                    slicing.windowStart(end), end, slicing.blockStart(end), nextEnd, slicing.windowStart(nextEnd));
            seen[place] = known;
        }
        return known;
    }
}
