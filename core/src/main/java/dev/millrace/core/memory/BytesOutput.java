package dev.millrace.core.memory;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A growing byte array being written; never fails but for want of memory. One thread at a time. */
public final class BytesOutput implements DataOutputView {

    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int CAPACITY_MAX_BYTES = Integer.MAX_VALUE - 16;

    private byte[] bytes;
    private int position;

    public BytesOutput() {
        this(64);
    }

    public BytesOutput(int capacityBytes) {
        bytes = new byte[Math.max(16, capacityBytes)];
    }

    /** The number of bytes written, and where the next one goes. */
    public int position() {
        return position;
    }

    /** Goes back to an earlier position, dropping what was written after it. */
    public void truncate(int earlier) {
        if (earlier < 0 || earlier > position) {
            throw new IllegalArgumentException("Cannot go from position " + position + " back to " + earlier);
        }
        position = earlier;
    }

    /** Starts anew with the same array. */
    public void reset() {
        position = 0;
    }

    /** The array behind; valid from 0 to {@link #position()} until the next write. */
    public byte[] array() {
        return bytes;
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, position);
    }

    /** Writes everything to a stream. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, position);
    }

    /** Overwrites the int at an earlier position, for lengths known only afterwards. */
    public void putInt(int at, int value) {
        if (at < 0 || at > position - 4) {
            throw new IndexOutOfBoundsException(
                    "No int at position " + at + ": only " + position + " bytes are written");
        }
        INTS.set(bytes, at, value);
    }

    @Override
    public void write(int value) {
        room(1);
        bytes[position++] = (byte) value;
    }

    @Override
    public void write(byte[] source) {
        write(source, 0, source.length);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        room(length);
        System.arraycopy(source, offset, bytes, position, length);
        position += length;
    }

    @Override
    public void write(DataInputView source, int byteCount) throws IOException {
        room(byteCount);
        source.readFully(bytes, position, byteCount);
        position += byteCount;
    }

    @Override
    public void skipBytesToWrite(int byteCount) {
        room(byteCount);
        position += byteCount;
    }

    @Override
    public void writeBoolean(boolean value) {
        write(value ? 1 : 0);
    }

    @Override
    public void writeByte(int value) {
        write(value);
    }

    @Override
    public void writeShort(int value) {
        room(2);
        SHORTS.set(bytes, position, (short) value);
        position += 2;
    }

    @Override
    public void writeChar(int value) {
        writeShort(value);
    }

    @Override
    public void writeInt(int value) {
        room(4);
        INTS.set(bytes, position, value);
        position += 4;
    }

    @Override
    public void writeLong(long value) {
        room(8);
        LONGS.set(bytes, position, value);
        position += 8;
    }

    @Override
    public void writeFloat(float value) {
        writeInt(Float.floatToIntBits(value));
    }

    @Override
    public void writeDouble(double value) {
        writeLong(Double.doubleToLongBits(value));
    }

    @Override
    public void writeVarInt(int value) {
        room(5);
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            bytes[position++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[position++] = (byte) rest;
    }

    @Override
    public void writeText(String text) {
        int length = text.length();
        int start = position;
        writeVarInt(length << 1);
        room(length);
        int seen = 0;
        int at = position;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            seen |= c;
            bytes[at + i] = (byte) c;
        }
        position = at + length;
        if (seen > 0xFF) {
            position = start;
            writeWide(text);
        }
    }

    private void writeWide(String text) {
        int length = text.length();
        writeVarInt(length << 1 | 1);
        room(Math.multiplyExact(length, 2));
        for (int i = 0; i < length; i++) {
            SHORTS.set(bytes, position, (short) text.charAt(i));
            position += 2;
        }
    }

    @Override
    public void writeBytes(String text) {
        for (int i = 0; i < text.length(); i++) {
            write(text.charAt(i));
        }
    }

    @Override
    public void writeChars(String text) {
        for (int i = 0; i < text.length(); i++) {
            writeChar(text.charAt(i));
        }
    }

    @Override
    public void writeUTF(String text) throws IOException {
        int start = position;
        writeShort(0);
        for (int i = 0; i < text.length(); i++) {
            writeModifiedUtf(text.charAt(i));
        }
        int length = position - start - 2;
        if (length > 0xFFFF) {
            position = start;
            throw new UTFDataFormatException("A string of " + length + " encoded bytes does not fit writeUTF (65535 at"
                    + " most); write it with writeText");
        }
        SHORTS.set(bytes, start, (short) length);
    }

    private void writeModifiedUtf(char c) {
        if (c != 0 && c < 0x80) {
            write(c);
        } else if (c < 0x800) {
            write(0xC0 | c >> 6);
            write(0x80 | c & 0x3F);
        } else {
            write(0xE0 | c >> 12);
            write(0x80 | c >> 6 & 0x3F);
            write(0x80 | c & 0x3F);
        }
    }

    private void room(int byteCount) {
        if (bytes.length - position < byteCount) {
            grow(byteCount);
        }
    }

    private void grow(int byteCount) {
        long needed = (long) position + byteCount;
        if (needed > CAPACITY_MAX_BYTES) {
            throw new OutOfMemoryError("A value of more than " + CAPACITY_MAX_BYTES
                    + " bytes cannot be written to one array; split it into smaller values");
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(CAPACITY_MAX_BYTES, Math.max(needed, bytes.length * 2L)));
    }
}
