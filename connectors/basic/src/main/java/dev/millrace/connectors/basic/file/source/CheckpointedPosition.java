package dev.millrace.connectors.basic.file.source;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/**
 * How far a split has been read.
 *
 * @param offset the byte at which a reader can start, or {@link #NO_OFFSET} for the start of the split; in a compressed
 *     file, bytes as they are after decompression
 * @param recordsAfterOffset how many records after that byte have been emitted and are to be skipped
 */
@ModelApi
public record CheckpointedPosition(long offset, long recordsAfterOffset) implements Serializable {

    /** The format has no offsets; records are counted from the start of the split. */
    public static final long NO_OFFSET = -1;
}
