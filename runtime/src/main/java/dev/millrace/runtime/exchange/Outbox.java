package dev.millrace.runtime.exchange;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.Element;
import dev.millrace.core.element.KeyLane;
import dev.millrace.core.element.LongKeys;
import dev.millrace.core.element.ObjectKeys;
import dev.millrace.network.Channel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The open batch for one target, and what has overflowed its channel. The first arrays of a batch are as large as the last
 * batch was, so that a trickle does not pay for rows that it never fills. Owned by the task's thread.
 */
final class Outbox {
    /** How many records lie beside a full channel before the thread waits. */
    static final int OVERFLOW_RECORDS_MAX = 1 << 16;

    private static final int ROWS_MIN = 16;

    private final Channel.Sender channel;
    private final Pressure pressure;
    private final boolean feedback;
    private final Deque<Element> overflow = new ArrayDeque<>();
    private long overflowRecords;
    private long flushed;

    private final int rowsMax;
    private boolean ended;
    private int size;
    private int capacity;
    private int nextCapacity = ROWS_MIN;
    private Object[] values;
    private long[] timestamps;
    private long[] longKeys;
    private Object[] objectKeys;
    private int[] hashes;

    /**
     * @param rowsMax how many records fill a batch
     * @param feedback whether the target is the head of a loop, which must never keep those waiting that it waits for: then
     *     there is always room, and the thread does not wait
     */
    Outbox(Channel.Sender channel, Pressure pressure, int rowsMax, boolean feedback) {
        this.channel = channel;
        this.pressure = pressure;
        this.feedback = feedback;
        this.rowsMax = rowsMax;
    }

    void add(Object value, long timestamp) {
        if (value == null) {
            throw nullRecord();
        }
        int row = size;
        if (row == capacity) {
            grow();
        }
        put(row, value, timestamp);
    }

    private void put(int row, Object value, long timestamp) {
        values[row] = value;
        if (timestamps != null || timestamp != Batch.NO_TIMESTAMP) {
            stamp(row, timestamp);
        }
        size = row + 1;
        if (size == rowsMax) {
            flush();
        }
    }

    void add(Object value, long timestamp, long key, int hash) {
        int row = size;
        if (row == capacity) {
            grow();
        }
        long[] keys = longKeys;
        if (keys == null) {
            if (objectKeys != null) {
                add(value, timestamp, (Object) key, hash);
                return;
            }
            keys = new long[capacity];
            longKeys = keys;
            hashes = new int[capacity];
        }
        keys[row] = key;
        hashes[row] = hash;
        put(row, value, timestamp);
    }

    void add(Object value, long timestamp, Object key, int hash) {
        int row = size;
        if (row == capacity) {
            grow();
        }
        if (objectKeys == null) {
            demote();
        }
        objectKeys[row] = key;
        hashes[row] = hash;
        put(row, value, timestamp);
    }

    /** The lane of keys holds objects from now on, until the batch is sent. */
    private void demote() {
        objectKeys = new Object[capacity];
        if (longKeys == null) {
            hashes = new int[capacity];
        } else {
            for (int row = 0; row < size; row++) {
                objectKeys[row] = longKeys[row];
            }
            longKeys = null;
        }
    }

    /** Within a task null passes from function to function, as long as none minds; between tasks it does not. */
    static NullPointerException nullRecord() {
        return new NullPointerException("a record that goes to other tasks is null; drop such records before,"
                + " for example with filter(Objects::nonNull), or emit a value that stands for nothing");
    }

    private void stamp(int row, long timestamp) {
        if (timestamps == null) {
            timestamps = new long[capacity];
            Arrays.fill(timestamps, 0, row, Batch.NO_TIMESTAMP);
        }
        timestamps[row] = timestamp;
    }

    private void grow() {
        if (ended) {
            throw new IllegalStateException(
                    "a record was emitted after the end of the data; finish() is the last chance");
        }
        if (capacity == 0) {
            capacity = Math.min(rowsMax, nextCapacity);
            values = new Object[capacity];
            return;
        }
        capacity = Math.min(rowsMax, capacity * 2);
        values = Arrays.copyOf(values, capacity);
        timestamps = timestamps == null ? null : Arrays.copyOf(timestamps, capacity);
        longKeys = longKeys == null ? null : Arrays.copyOf(longKeys, capacity);
        objectKeys = objectKeys == null ? null : Arrays.copyOf(objectKeys, capacity);
        hashes = hashes == null ? null : Arrays.copyOf(hashes, capacity);
    }

    boolean isOpen() {
        return size > 0;
    }

    /** Sends the open batch, if there is one. */
    void flush() {
        if (size > 0) {
            KeyLane keys = longKeys != null
                    ? new LongKeys(longKeys, hashes)
                    : objectKeys != null ? new ObjectKeys(objectKeys, hashes) : null;
            Batch batch = new Batch(values, timestamps, keys, size);
            nextCapacity = Math.max(ROWS_MIN, Integer.highestOneBit(2 * size - 1));
            flushed += size;
            size = 0;
            capacity = 0;
            values = null;
            timestamps = null;
            longKeys = null;
            objectKeys = null;
            hashes = null;
            send(batch, batch.size());
        }
    }

    /** Sends a mark behind all records so far. Marks never wait. */
    void mark(Element mark) {
        flush();
        send(mark, 0);
    }

    /** Sends a batch that targets share, behind all records so far. */
    void send(Element element, int records) {
        if (overflow.isEmpty() && channel.hasRoom()) {
            channel.send(element);
            return;
        }
        overflow.add(element);
        overflowRecords += records;
        if (feedback) {
            pressure.chargeFeedback(records);
            return;
        }
        boolean affordable = pressure.charge(records);
        if (records > 0 && (!affordable || overflowRecords > OVERFLOW_RECORDS_MAX)) {
            pressure.waitUntil(this::pump);
        }
    }

    /** Moves overflow into the channel as far as there is room; true when none is left. */
    boolean pump() {
        while (!overflow.isEmpty() && channel.hasRoom()) {
            Element element = overflow.poll();
            int records = element instanceof Batch batch ? batch.size() : 0;
            overflowRecords -= records;
            pressure.release(records);
            channel.send(element);
        }
        return overflow.isEmpty();
    }

    /** Whether a step may begin that emits here. */
    boolean hasRoom() {
        return feedback || overflow.isEmpty() && channel.hasRoom();
    }

    /** Whether nothing lies here that has not been sent. */
    boolean isPumped() {
        return overflow.isEmpty();
    }

    /** How many records have been emitted here since the task began. */
    long emitted() {
        return flushed + size;
    }

    /** How many records lie beside the channel. */
    long overflowRecords() {
        return overflowRecords;
    }

    /** From now on only marks are sent. */
    void end() {
        ended = true;
    }

    void close() {
        pressure.release(overflowRecords);
        overflow.clear();
        overflowRecords = 0;
        channel.close();
    }
}
