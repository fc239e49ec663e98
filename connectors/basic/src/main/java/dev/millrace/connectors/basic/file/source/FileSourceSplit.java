package dev.millrace.connectors.basic.file.source;

import dev.millrace.core.ModelApi;
import dev.millrace.core.connector.SourceSplit;
import dev.millrace.core.file.Path;
import java.io.Serializable;

/**
 * A piece of a file. The records that start inside it belong to it, and the last of them may reach beyond its end.
 *
 * @param offset the first byte
 * @param length bytes; a compressed file is one piece
 * @param fileSize bytes of the whole file when it was found
 * @param readerPosition how far it has been read; null when it has not been begun
 */
@ModelApi
public record FileSourceSplit(
        String splitId, Path path, long offset, long length, long fileSize, CheckpointedPosition readerPosition)
        implements SourceSplit, Serializable {

    /** A piece that nobody has read from. */
    static FileSourceSplit fresh(Path path, long offset, long length, long fileSize) {
        return new FileSourceSplit(path + "@" + offset, path, offset, length, fileSize, null);
    }

    /** How many bytes are left, as far as a position tells. */
    long left() {
        boolean begun = readerPosition != null && readerPosition.offset() != CheckpointedPosition.NO_OFFSET;
        return begun ? Math.min(length, Math.max(0, offset + length - readerPosition.offset())) : length;
    }

    /** The same piece, read up to a position. */
    FileSourceSplit at(CheckpointedPosition position) {
        return new FileSourceSplit(splitId, path, offset, length, fileSize, position);
    }
}
