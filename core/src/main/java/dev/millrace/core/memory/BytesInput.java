package dev.millrace.core.memory;

import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A part of a byte array being read; reads past its end fail and name the position. One thread at a time. */
public final class BytesInput implements DataInputView {

    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private int start;
    private int position;
    private int end;

    public BytesInput(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    public BytesInput(byte[] bytes, int offset, int length) {
        reset(bytes, offset, length);
    }

    /** Starts anew on another part. */
    public void reset(byte[] part, int offset, int length) {
        if (offset < 0 || length < 0 || offset > part.length - length) {
            throw new IndexOutOfBoundsException(
                    "No part of " + length + " bytes at " + offset + " in an array of " + part.length);
        }
        bytes = part;
        start = offset;
        position = offset;
        end = offset + length;
    }

    /** The number of bytes read so far. */
    public int position() {
        return position - start;
    }

    /** The number of bytes left. */
    public int remaining() {
        return end - position;
    }

    /** Goes to a position counted from the part's start. */
    public void seek(int target) {
        if (target < 0 || target > end - start) {
            throw new IndexOutOfBoundsException("No position " + target + " in a part of " + (end - start) + " bytes");
        }
        position = start + target;
    }

    @Override
    public void readFully(byte[] target) throws IOException {
        readFully(target, 0, target.length);
    }

    @Override
    public void readFully(byte[] target, int offset, int length) throws IOException {
        System.arraycopy(bytes, take(length), target, offset, length);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int available = Math.min(length, remaining());
        if (available == 0) {
            return -1;
        }
        readFully(target, offset, available);
        return available;
    }

    @Override
    public int skipBytes(int byteCount) {
        int skipped = Math.max(0, Math.min(byteCount, remaining()));
        position += skipped;
        return skipped;
    }

    @Override
    public void skipBytesToRead(int byteCount) throws IOException {
        take(byteCount);
    }

    @Override
    public boolean readBoolean() throws IOException {
        return bytes[take(1)] != 0;
    }

    @Override
    public byte readByte() throws IOException {
        return bytes[take(1)];
    }

    @Override
    public int readUnsignedByte() throws IOException {
        return bytes[take(1)] & 0xFF;
    }

    @Override
    public short readShort() throws IOException {
        return (short) SHORTS.get(bytes, take(2));
    }

    @Override
    public int readUnsignedShort() throws IOException {
        return readShort() & 0xFFFF;
    }

    @Override
    public char readChar() throws IOException {
        return (char) readShort();
    }

    @Override
    public int readInt() throws IOException {
        return (int) INTS.get(bytes, take(4));
    }

    @Override
    public long readLong() throws IOException {
        return (long) LONGS.get(bytes, take(8));
    }

    @Override
    public float readFloat() throws IOException {
        return Float.intBitsToFloat(readInt());
    }

    @Override
    public double readDouble() throws IOException {
        return Double.longBitsToDouble(readLong());
    }

    @Override
    public int readVarInt() throws IOException {
        int first = readByte();
        return first >= 0 ? first : longerVarInt(first & 0x7F);
    }

    private int longerVarInt(int first) throws IOException {
        int value = first;
        for (int shift = 7; shift < 35; shift += 7) {
            int part = readByte();
            value |= (part & 0x7F) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IOException("A variable-length int that ends at position " + position()
                + " has more than five bytes: the data is damaged or was not read from its start");
    }

    @Override
    public String readText() throws IOException {
        int header = readVarInt();
        int length = header >>> 1;
        if ((header & 1) == 0) {
            return new String(bytes, take(length), length, StandardCharsets.ISO_8859_1);
        }
        int at = length > remaining() / 2 ? take(Integer.MAX_VALUE) : take(2 * length);
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = (char) (short) SHORTS.get(bytes, at + 2 * i);
        }
        return new String(chars);
    }

    @Override
    public String readLine() throws IOException {
        if (remaining() == 0) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        while (remaining() > 0) {
            char c = (char) readUnsignedByte();
            if (c == '\r' && remaining() > 0 && bytes[position] == '\n') {
                position++;
            }
            if (c == '\r' || c == '\n') {
                break;
            }
            line.append(c);
        }
        return line.toString();
    }

    @Override
    public String readUTF() throws IOException {
        int length = readUnsignedShort();
        int stop = take(length) + length;
        int at = stop - length;
        StringBuilder text = new StringBuilder(length);
        while (at < stop) {
            int b = bytes[at] & 0xFF;
            int size = b < 0x80 ? 1 : b >> 5 == 6 ? 2 : b >> 4 == 14 ? 3 : 0;
            if (size == 0 || at + size > stop) {
                throw new UTFDataFormatException("Damaged modified UTF-8 at position " + (at - start));
            }
            text.append(decodeModifiedUtf(at, size));
            at += size;
        }
        return text.toString();
    }

    private char decodeModifiedUtf(int at, int size) {
        return switch (size) {
            case 1 -> (char) bytes[at];
            case 2 -> (char) ((bytes[at] & 0x1F) << 6 | bytes[at + 1] & 0x3F);
            default -> (char) ((bytes[at] & 0x0F) << 12 | (bytes[at + 1] & 0x3F) << 6 | bytes[at + 2] & 0x3F);
        };
    }

    /** Takes {@code byteCount} bytes and returns the index of the first. */
    private int take(int byteCount) throws EOFException {
        int at = position;
        if (byteCount < 0 || byteCount > end - at) {
            throw new EOFException("Reading " + byteCount + " bytes at position " + (at - start) + " passes the end at "
                    + (end - start));
        }
        position = at + byteCount;
        return at;
    }
}
