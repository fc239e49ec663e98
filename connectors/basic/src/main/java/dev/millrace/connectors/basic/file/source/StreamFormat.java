package dev.millrace.connectors.basic.file.source;

import dev.millrace.core.ModelApi;
import dev.millrace.core.file.FSDataInputStream;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.type.ResultTypeQueryable;
import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;

/** How the bytes of a file become records, one after the other. A compressed file comes as a decompressed stream. */
@ModelApi
public interface StreamFormat<T> extends Serializable, ResultTypeQueryable<T> {

    /**
     * A reader of a split that nobody has read from. The stream stands at the split's first byte; the reader finds the
     * first record that starts there or later.
     *
     * @param fileLen bytes of the file; {@link Long#MAX_VALUE} when it is compressed
     * @param splitEnd the byte after the split; {@link Long#MAX_VALUE} when the file is compressed
     */
    Reader<T> createReader(Configuration config, FSDataInputStream stream, long fileLen, long splitEnd)
            throws IOException;

    /**
     * A reader that goes on at an offset that {@link Reader#getCheckpointedPosition} told before. The stream stands at the
     * split's first byte, or at the offset.
     */
    Reader<T> restoreReader(
            Configuration config, FSDataInputStream stream, long restoredOffset, long fileLen, long splitEnd)
            throws IOException;

    /** Whether a reader can start in the middle of a file. */
    boolean isSplittable();

    /** Reads the records of one split. One thread uses it. */
    @ModelApi
    interface Reader<T> extends Closeable {

        /** The next record; null after the last one. */
        T read() throws IOException;

        /** Where reading would go on after the last record; null when records have to be counted. */
        default CheckpointedPosition getCheckpointedPosition() {
            return null;
        }
    }
}
