package dev.millrace.core.memory;

import dev.millrace.core.ModelApi;
import java.io.DataInput;
import java.io.IOException;

/** A sequence of bytes being read; what serializers read from. The counterpart of {@link DataOutputView}. */
@ModelApi
public interface DataInputView extends DataInput {

    /** Skips exactly {@code byteCount} bytes, or fails with an {@link java.io.EOFException}. */
    default void skipBytesToRead(int byteCount) throws IOException {
        int left = byteCount;
        while (left > 0) {
            int skipped = skipBytes(left);
            if (skipped <= 0) {
                readByte();
                skipped = 1;
            }
            left -= skipped;
        }
    }

    /** Reads up to {@code length} bytes and returns how many; -1 at the end. */
    int read(byte[] target, int offset, int length) throws IOException;

    /** Reads up to {@code target.length} bytes and returns how many; -1 at the end. */
    default int read(byte[] target) throws IOException {
        return read(target, 0, target.length);
    }

    /** Reads what {@link DataOutputView#writeVarInt} wrote. */
    default int readVarInt() throws IOException {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int part = readByte();
            value |= (part & 0x7F) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IOException(
                "A variable-length int has more than five bytes: the data is damaged or not at its start");
    }

    /** Reads what {@link DataOutputView#writeVarLong} wrote. */
    default long readVarLong() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int part = readByte();
            value |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IOException(
                "A variable-length long has more than ten bytes: the data is damaged or not at its start");
    }

    /** Reads what {@link DataOutputView#writeText} wrote. */
    default String readText() throws IOException {
        int header = readVarInt();
        int length = header >>> 1;
        StringBuilder text = new StringBuilder(Math.min(length, 8192));
        for (int i = 0; i < length; i++) {
            text.append((header & 1) == 0 ? (char) readUnsignedByte() : readChar());
        }
        return text.toString();
    }
}
