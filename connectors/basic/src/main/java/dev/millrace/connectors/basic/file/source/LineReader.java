package dev.millrace.connectors.basic.file.source;

import dev.millrace.core.file.FSDataInputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lines of the bytes of a split: those that start in it, the last one to its end. A split that does not begin the file
 * looks at the byte before it, so that a line which starts exactly at a border belongs to the later split.
 *
 * <p>The stream is read in blocks. Newlines are sought eight bytes at a time (the zero byte test of H. S. Warren,
 * <i>Hacker's Delight</i>, 6-1, which never misses the lowest zero byte); the same words tell whether a line is pure
 * ASCII, and then its bytes are its characters in any charset that extends ASCII.
 */
final class LineReader implements StreamFormat.Reader<String> {

    private static final int BLOCK_BYTES = 128 * 1024;

    /** The longest line; what is longer is hardly text. */
    private static final int LINE_BYTES_MAX = 64 * 1024 * 1024;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long SIGNS = 0x8080_8080_8080_8080L;
    private static final long NEWLINES = '\n' * ONES;

    private final FSDataInputStream stream;
    private final long splitEnd;
    private final Charset charset;

    /** Bytes {@code begin} to {@code end} are due; a word may be read beyond the end, so there is room for one. */
    private byte[] buffer = new byte[BLOCK_BYTES + Long.BYTES];

    private int begin;
    private int end;
    private long endPosition;
    private boolean streamEnded;
    private boolean ascii;

    private LineReader(FSDataInputStream stream, long start, long splitEnd, Charset charset) throws IOException {
        this.stream = stream;
        this.splitEnd = splitEnd;
        this.charset = charset;
        this.endPosition = start;
        if (stream.getPos() != start) {
            stream.seek(start);
        }
    }

    /** Reads a split from where the stream stands. */
    static LineReader atSplit(FSDataInputStream stream, long splitEnd, Charset charset) throws IOException {
        long start = stream.getPos();
        LineReader reader = new LineReader(stream, Math.max(0, start - 1), splitEnd, charset);
        if (start > 0) {
            int newline = reader.nextNewline();
            reader.begin = newline < 0 ? reader.end : newline + 1;
        }
        return reader;
    }

    /** Reads a split from the start of a line. */
    static LineReader atLine(FSDataInputStream stream, long start, long splitEnd, Charset charset) throws IOException {
        return new LineReader(stream, start, splitEnd, charset);
    }

    @Override
    public String read() throws IOException {
        if (position() >= splitEnd) {
            return null;
        }
        int newline = nextNewline();
        int from = begin;
        int to;
        if (newline >= 0) {
            begin = newline + 1;
            to = newline > from && buffer[newline - 1] == '\r' ? newline - 1 : newline;
        } else if (begin < end) {
            begin = end;
            to = end;
        } else {
            return null;
        }
        return new String(buffer, from, to - from, ascii ? StandardCharsets.ISO_8859_1 : charset);
    }

    /** The start of the next line. */
    private long position() {
        return endPosition - (end - begin);
    }

    @Override
    public CheckpointedPosition getCheckpointedPosition() {
        return new CheckpointedPosition(position(), 0);
    }

    /** The index of the next newline, more bytes being read as needed; -1 when the stream ends before. */
    private int nextNewline() throws IOException {
        while (true) {
            int newline = scan();
            if (newline >= 0 || streamEnded) {
                return newline;
            }
            fill();
        }
    }

    /** The index of the next newline in the buffer or -1; says in {@code ascii} whether all bytes before it are ASCII. */
    private int scan() {
        byte[] bytes = buffer;
        int to = end;
        long signs = 0;
        for (int i = begin; i < to; i += Long.BYTES) {
            long word = (long) WORDS.get(bytes, i);
            long zeros = word ^ NEWLINES;
            long hits = (zeros - ONES) & ~zeros & SIGNS;
            if (hits != 0) {
                int lowest = Long.numberOfTrailingZeros(hits) >>> 3;
                ascii = ((signs | word & (1L << 8 * lowest) - 1) & SIGNS) == 0;
                return i + lowest < to ? i + lowest : -1;
            }
            signs |= word;
        }
        ascii = (signs & SIGNS) == 0;
        return -1;
    }

    private void fill() throws IOException {
        if (begin > 0) {
            System.arraycopy(buffer, begin, buffer, 0, end - begin);
            end -= begin;
            begin = 0;
        }
        int room = buffer.length - Long.BYTES - end;
        if (room == 0) {
            if (end >= LINE_BYTES_MAX) {
                throw new IOException("The line at byte " + position() + " is longer than " + LINE_BYTES_MAX
                        + " bytes; is this a text file?");
            }
            room = end;
            buffer = Arrays.copyOf(buffer, 2 * end + Long.BYTES);
        }
        int count = stream.read(buffer, end, room);
        if (count < 0) {
            streamEnded = true;
        } else {
            end += count;
            endPosition += count;
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
