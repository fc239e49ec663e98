package dev.millrace.core.memory;

import dev.millrace.core.ModelApi;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A sequence of bytes being written; what serializers write to.
 *
 * <p>Numbers are big-endian, as in {@link DataOutput}. The default methods define the layout of variable-length numbers
 * and texts, once for all implementations.
 */
@ModelApi
public interface DataOutputView extends DataOutput {

    /** Leaves {@code byteCount} bytes whose content is not defined. */
    default void skipBytesToWrite(int byteCount) throws IOException {
        for (int i = 0; i < byteCount; i++) {
            writeByte(0);
        }
    }

    /** Copies {@code byteCount} bytes from the source's position. */
    default void write(DataInputView source, int byteCount) throws IOException {
        byte[] chunk = new byte[Math.min(byteCount, 4096)];
        int left = byteCount;
        while (left > 0) {
            int part = Math.min(left, chunk.length);
            source.readFully(chunk, 0, part);
            write(chunk, 0, part);
            left -= part;
        }
    }

    /** Writes an int in one to five bytes, seven bits each, lowest first; small non-negative numbers are short. */
    default void writeVarInt(int value) throws IOException {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            writeByte(rest | 0x80);
            rest >>>= 7;
        }
        writeByte(rest);
    }

    /** Writes a long in one to ten bytes, seven bits each, lowest first; small non-negative numbers are short. */
    default void writeVarLong(long value) throws IOException {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            writeByte((int) rest | 0x80);
            rest >>>= 7;
        }
        writeByte((int) rest);
    }

    /**
     * Writes any string, of any length and with unpaired surrogates too: a variable-length header of twice the number of
     * chars, plus one when a char is above {@code 0xFF}; then one byte per char, or two when the header is odd.
     */
    default void writeText(String text) throws IOException {
        BytesOutput bytes = new BytesOutput(text.length() + 5);
        bytes.writeText(text);
        write(bytes.array(), 0, bytes.position());
    }
}
