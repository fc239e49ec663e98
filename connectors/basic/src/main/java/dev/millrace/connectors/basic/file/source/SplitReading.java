package dev.millrace.connectors.basic.file.source;

import dev.millrace.core.file.FSDataInputStream;
import dev.millrace.core.file.Path;
import dev.millrace.core.option.Configuration;
import java.io.Closeable;
import java.io.IOException;

/** A split that is being read, and how far. */
final class SplitReading<T> implements Closeable {

    private final FileSourceSplit split;
    private final StreamFormat.Reader<T> reader;
    private final long startOffset;
    private long recordsSinceStart;

    private SplitReading(FileSourceSplit split, StreamFormat.Reader<T> reader, long startOffset) {
        this.split = split;
        this.reader = reader;
        this.startOffset = startOffset;
    }

    /** Opens a split where it was left. */
    static <T> SplitReading<T> open(FileSourceSplit split, StreamFormat<T> format, Configuration configuration)
            throws IOException {
        Path path = split.path();
        FSDataInputStream file = path.getFileSystem().open(path);
        try {
            return start(split, file, format, configuration);
        } catch (IOException e) {
            file.close();
            throw named(path, e);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static <T> SplitReading<T> start(
            FileSourceSplit split, FSDataInputStream file, StreamFormat<T> format, Configuration configuration)
            throws IOException {
        boolean compressed = isCompressed(split.path());
        FSDataInputStream stream = compressed ? new GzipStream(file) : positioned(split, file);
        long fileLength = compressed ? Long.MAX_VALUE : split.fileSize();
        long splitEnd = compressed ? Long.MAX_VALUE : split.offset() + split.length();
        CheckpointedPosition position = split.readerPosition();
        boolean resumed = position != null && position.offset() != CheckpointedPosition.NO_OFFSET;
        SplitReading<T> reading = resumed
                ? new SplitReading<>(
                        split,
                        format.restoreReader(configuration, stream, position.offset(), fileLength, splitEnd),
                        position.offset())
                : new SplitReading<>(
                        split,
                        format.createReader(configuration, stream, fileLength, splitEnd),
                        CheckpointedPosition.NO_OFFSET);
        reading.skip(position == null ? 0 : position.recordsAfterOffset());
        return reading;
    }

    private static FSDataInputStream positioned(FileSourceSplit split, FSDataInputStream file) throws IOException {
        CheckpointedPosition position = split.readerPosition();
        long size = split.path().getFileSystem().getFileStatus(split.path()).length();
        if (position != null && position.offset() > size) {
            throw new IOException("cannot go on at byte " + position.offset() + " of a file of " + size
                    + " bytes; it was changed after the checkpoint");
        }
        file.seek(split.offset());
        return file;
    }

    private static IOException named(Path path, IOException cause) {
        return new IOException("Cannot read " + path + ": " + cause.getMessage(), cause);
    }

    static boolean isCompressed(Path path) {
        return path.getName().endsWith(GzipStream.SUFFIX);
    }

    private void skip(long records) throws IOException {
        for (long i = 0; i < records && read() != null; i++) {}
    }

    /** The next record, or null after the last one. */
    T read() throws IOException {
        try {
            T record = reader.read();
            if (record != null) {
                recordsSinceStart++;
            }
            return record;
        } catch (IOException e) {
            throw named(split.path(), e);
        }
    }

    /** The split with its position after the last record. */
    FileSourceSplit here() {
        CheckpointedPosition position = reader.getCheckpointedPosition();
        return split.at(position == null ? new CheckpointedPosition(startOffset, recordsSinceStart) : position);
    }

    /** The split's name. */
    String name() {
        return split.splitId();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
