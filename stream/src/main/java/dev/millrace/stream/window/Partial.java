package dev.millrace.stream.window;

/**
 * The total of some records of one key that lie in one slice or make one session: it travels in their place. Owned by the
 * operator that fills it until it is emitted.
 */
final class Partial {

    private final Object key;

    /** The key itself when it is a {@link Long}. */
    private final long number;

    private final long timestamp;
    private long start;
    private long end;
    private Object total;

    /**
     * The total of one record.
     *
     * @param timestamp the record's
     * @param start the start of its slice, or of the session that it makes by itself
     * @param end the end of that, exclusive
     */
    Partial(Object key, long timestamp, long start, long end, Object total) {
        this.key = key;
        this.number = key instanceof Long whole ? whole : 0;
        this.timestamp = timestamp;
        this.start = start;
        this.end = end;
        this.total = total;
    }

    Object key() {
        return key;
    }

    long number() {
        return number;
    }

    /** When the first of the records was. */
    long timestamp() {
        return timestamp;
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    /** Whether a session touches the one here. */
    boolean touches(long otherStart, long otherEnd) {
        return otherStart <= end && otherEnd >= start;
    }

    /** The session reaches as far as another that touches it. */
    void stretch(long otherStart, long otherEnd) {
        start = Math.min(start, otherStart);
        end = Math.max(end, otherEnd);
    }

    Object total() {
        return total;
    }

    void total(Object newTotal) {
        total = newTotal;
    }
}
