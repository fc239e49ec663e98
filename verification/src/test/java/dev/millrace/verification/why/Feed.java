package dev.millrace.verification.why;

import dev.millrace.core.connector.SourceSplit;
import java.io.Serializable;

/**
 * A split whose records come by the clock: the first at once, then one after the other.
 *
 * @param name its name
 * @param reader the instance that reads it
 * @param everyMillis the time between two records
 * @param records how many there are; then nothing comes any more
 * @param start the timestamp of the first record
 * @param step by how much each timestamp is later than the one before
 */
record Feed(String name, int reader, long everyMillis, long records, long start, long step)
        implements SourceSplit, Serializable {

    @Override
    public String splitId() {
        return name;
    }

    /** The timestamp of a record. */
    long timestamp(long number) {
        return start + number * step;
    }
}
