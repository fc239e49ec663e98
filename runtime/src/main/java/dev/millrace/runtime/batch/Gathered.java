package dev.millrace.runtime.batch;

import dev.millrace.core.element.Batch;
import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.memory.Memory;
import dev.millrace.core.type.Schemas;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Records that have been gathered, by their positions in the order of arrival, with their timestamps. Those of a key lead one
 * to the next. They are charged to the memory budget by estimate: some of them are encoded to see how large they are. Owned by the task's
 * thread.
 */
final class Gathered {

    private static final int PAGE_BITS = 12;
    private static final int PAGE_ROWS = 1 << PAGE_BITS;
    private static final int ROW_MASK = PAGE_ROWS - 1;

    /** One record of so many is encoded. */
    private static final int SAMPLED = 1_024;

    /** What a record takes beside its own bytes: reference, timestamp, the next one's position, its key, object headers. */
    private static final long ROW_BYTES = 80;

    /** How much larger objects are than their encoded form. */
    private static final long OBJECT_FACTOR = 2;

    private static final long MEBIBYTE = 1L << 20;

    /** What an instance may gather whatever else the process keeps in memory. */
    private static final long GRANTED_BYTES = MEBIBYTE;

    private final String operator;
    private final Schemas schemas;
    private final Memory memory;
    private final BytesOutput scratch = new BytesOutput();
    private final List<Page> pages = new ArrayList<>();
    private int size;
    private int nextSample;
    private long samples;
    private long sampledBytes;
    private long charged;

    /** Some records that came one after the other; timestamps are null as long as no record has any. */
    private static final class Page {
        private final Object[] values = new Object[PAGE_ROWS];
        private final int[] next = new int[PAGE_ROWS];
        private long[] timestamps;
    }

    /**
     * @param operator the operator that the records wait for, for errors
     */
    Gathered(String operator, TypeSystem types, Memory memory) {
        this.operator = operator;
        this.schemas = types.newSchemas();
        this.memory = memory;
    }

    int size() {
        return size;
    }

    Object value(int position) {
        return page(position).values[position & ROW_MASK];
    }

    long timestamp(int position) {
        long[] timestamps = page(position).timestamps;
        return timestamps == null ? Batch.NO_TIMESTAMP : timestamps[position & ROW_MASK];
    }

    /** The position of the next record of the same key and input; means nothing for the last one. */
    int next(int position) {
        return page(position).next[position & ROW_MASK];
    }

    /** Lets a record follow another one. */
    void follow(int position, int next) {
        page(position).next[position & ROW_MASK] = next;
    }

    /** Lets go of a record, which has been read. */
    void forget(int position) {
        page(position).values[position & ROW_MASK] = null;
    }

    private Page page(int position) {
        return pages.get(position >>> PAGE_BITS);
    }

    /** Adds a row of a batch and answers its position. */
    int add(Batch batch, int row) {
        if (size == Integer.MAX_VALUE) {
            throw new IllegalStateException("operator " + operator + " has gathered " + size
                    + " records in one instance, and no more have room there; raise its parallelism");
        }
        int at = size & ROW_MASK;
        if (at == 0) {
            pages.add(new Page());
        }
        Page page = page(size);
        page.values[at] = batch.value(row);
        long timestamp = batch.timestamp(row);
        if (timestamp != Batch.NO_TIMESTAMP && page.timestamps == null) {
            page.timestamps = new long[PAGE_ROWS];
            Arrays.fill(page.timestamps, Batch.NO_TIMESTAMP);
        }
        if (page.timestamps != null) {
            page.timestamps[at] = timestamp;
        }
        if (size == nextSample) {
            sample(batch.value(row));
        }
        return size++;
    }

    private void sample(Object value) {
        nextSample += Math.min(SAMPLED, Math.max(1, size));
        scratch.reset();
        try {
            schemas.write(value, scratch);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        samples++;
        sampledBytes += scratch.position();
    }

    /** Charges the records that have come since this was called last. */
    void charge() {
        long needed = bytes();
        if (needed > charged) {
            if (needed <= GRANTED_BYTES) {
                memory.reserve(needed - charged);
            } else if (!memory.tryReserve(needed - charged)) {
                throw new IllegalStateException("operator " + operator + " gathers its input before it sorts it by key,"
                        + " as batch does, and the memory of this process has no room beyond " + size
                        + " records of about " + bytes() / size + " bytes (" + needed / MEBIBYTE
                        + " MiB in this instance); give the process more heap (-Xmx; buffers may take 40 % of it),"
                        + " filter or reduce earlier, or set execution.runtime-mode to STREAMING");
            }
            charged = needed;
        }
    }

    private long bytes() {
        return size == 0 ? 0 : size * (ROW_BYTES + OBJECT_FACTOR * sampledBytes / samples);
    }

    /** Lets go of all records and gives their room back. */
    void close() {
        pages.clear();
        size = 0;
        memory.release(charged);
        charged = 0;
    }
}
