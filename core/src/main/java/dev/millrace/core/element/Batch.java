package dev.millrace.core.element;

/**
 * Some records of one channel, in order, with their timestamps and, on a keyed edge, their keys. Immutable once sent:
 * the arrays handed in belong to the batch from then on.
 */
public final class Batch implements Element {

    /** The most records that a batch holds; measured: larger ones leave the cache, smaller ones pay more hand-overs. */
    public static final int ROWS_MAX = 512;

    /** The timestamp of a record that has none. */
    public static final long NO_TIMESTAMP = Long.MIN_VALUE;

    private final Object[] values;
    private final long[] timestamps;
    private final KeyLane keys;
    private final int size;

    /**
     * @param values the records; the first {@code size} places are read
     * @param timestamps milliseconds since the epoch per record, or null when no record has a timestamp
     * @param keys the keys per record, or null on an edge without keys
     * @param size the number of records, at least 1
     */
    public Batch(Object[] values, long[] timestamps, KeyLane keys, int size) {
        assert size > 0 && size <= values.length : "a batch of " + size + " records in " + values.length + " places";
        this.values = values;
        this.timestamps = timestamps;
        this.keys = keys;
        this.size = size;
    }

    public int size() {
        return size;
    }

    public Object value(int row) {
        return values[row];
    }

    /** The timestamp of a record in milliseconds since the epoch, or {@link #NO_TIMESTAMP}. */
    public long timestamp(int row) {
        return timestamps == null ? NO_TIMESTAMP : timestamps[row];
    }

    /** The keys of the records, or null on an edge without keys. */
    public KeyLane keys() {
        return keys;
    }

    @Override
    public void deliverTo(Handler handler) {
        handler.onBatch(this);
    }

    @Override
    public String toString() {
        return "Batch[" + size + (keys == null ? "" : ", keyed") + "]";
    }
}
