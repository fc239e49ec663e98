package dev.millrace.connectors.basic.file.source;

import dev.millrace.core.file.FSDataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The decompressed bytes of a gzip file. Its positions count decompressed bytes, and it can seek forward only. */
final class GzipStream extends FSDataInputStream {

    /** The end of the names of gzip files. */
    static final String SUFFIX = ".gz";

    private static final int BUFFER_BYTES = 64 * 1024;

    private final GZIPInputStream decompressed;
    private long position;

    GzipStream(FSDataInputStream compressed) throws IOException {
        try {
            this.decompressed = new GZIPInputStream(compressed, BUFFER_BYTES);
        } catch (ZipException | EOFException e) {
            compressed.close();
            throw broken(e);
        }
    }

    private IOException broken(IOException cause) {
        return new IOException(
                "decompression failed after " + position + " bytes (" + cause.getMessage() + "); its name ends in "
                        + SUFFIX + ", so it has to be a whole gzip file: repair it (gzip -t shows more) or rename it",
                cause);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int count = decompressed.read(bytes, offset, length);
            position += Math.max(0, count);
            return count;
        } catch (ZipException | EOFException e) {
            throw broken(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public void seek(long target) throws IOException {
        if (target < position) {
            throw new IOException("cannot go back from byte " + position + " to " + target + " of a compressed file");
        }
        byte[] skipped = new byte[BUFFER_BYTES];
        while (position < target) {
            int count = read(skipped, 0, (int) Math.min(skipped.length, target - position));
            if (count < 0) {
                throw new IOException("cannot go on at byte " + target + " of the content, which has " + position
                        + " bytes; the file was changed after the checkpoint");
            }
        }
    }

    @Override
    public long getPos() {
        return position;
    }

    @Override
    public void close() throws IOException {
        decompressed.close();
    }
}
