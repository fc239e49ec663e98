package dev.millrace.state.snapshot;

import dev.millrace.core.file.Path;
import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/** Bytes on their way into a file, collected into chunks, counted and summed. One thread at a time. */
final class SectionOutput implements DataOutputView {

    private static final int CHUNK_BYTES = 1 << 16;

    private final Path path;
    private final OutputStream file;
    private final BytesOutput chunk = new BytesOutput(CHUNK_BYTES + 1024);
    private final CRC32C checksum = new CRC32C();
    private long flushed;

    SectionOutput(Path path, OutputStream file) {
        this.path = path;
        this.file = file;
    }

    /** What to say when a file of a checkpoint cannot be written. */
    static IOException cannotWrite(Path path, IOException cause) {
        return new IOException(
                "Cannot write checkpoint file " + path + ": " + cause.getMessage()
                        + "; make its directory writable and free space there, or choose another checkpoint directory",
                cause);
    }

    /** The number of bytes written so far, from the file's beginning. */
    long position() {
        return flushed + chunk.position();
    }

    /** Flushes, and answers the CRC-32C of what was written since the last call. */
    int takeChecksum() throws IOException {
        flush();
        int sum = (int) checksum.getValue();
        checksum.reset();
        return sum;
    }

    private void flush() throws IOException {
        checksum.update(chunk.array(), 0, chunk.position());
        try {
            file.write(chunk.array(), 0, chunk.position());
        } catch (IOException failure) {
            throw cannotWrite(path, failure);
        }
        flushed += chunk.position();
        chunk.reset();
    }

    private void flushIfFull() throws IOException {
        if (chunk.position() >= CHUNK_BYTES) {
            flush();
        }
    }

    @Override
    public void write(int value) throws IOException {
        chunk.write(value);
        flushIfFull();
    }

    @Override
    public void write(byte[] source) throws IOException {
        write(source, 0, source.length);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int part = Math.min(length - done, CHUNK_BYTES);
            chunk.write(source, offset + done, part);
            done += part;
            flushIfFull();
        }
    }

    @Override
    public void write(DataInputView source, int byteCount) throws IOException {
        for (int done = 0; done < byteCount; ) {
            int part = Math.min(byteCount - done, CHUNK_BYTES);
            chunk.write(source, part);
            done += part;
            flushIfFull();
        }
    }

    @Override
    public void writeBoolean(boolean value) throws IOException {
        write(value ? 1 : 0);
    }

    @Override
    public void writeByte(int value) throws IOException {
        write(value);
    }

    @Override
    public void writeShort(int value) throws IOException {
        chunk.writeShort(value);
        flushIfFull();
    }

    @Override
    public void writeChar(int value) throws IOException {
        writeShort(value);
    }

    @Override
    public void writeInt(int value) throws IOException {
        chunk.writeInt(value);
        flushIfFull();
    }

    @Override
    public void writeLong(long value) throws IOException {
        chunk.writeLong(value);
        flushIfFull();
    }

    @Override
    public void writeFloat(float value) throws IOException {
        chunk.writeFloat(value);
        flushIfFull();
    }

    @Override
    public void writeDouble(double value) throws IOException {
        chunk.writeDouble(value);
        flushIfFull();
    }

    @Override
    public void writeVarInt(int value) throws IOException {
        chunk.writeVarInt(value);
        flushIfFull();
    }

    @Override
    public void writeText(String text) throws IOException {
        chunk.writeText(text);
        flushIfFull();
    }

    @Override
    public void writeBytes(String text) throws IOException {
        chunk.writeBytes(text);
        flushIfFull();
    }

    @Override
    public void writeChars(String text) throws IOException {
        chunk.writeChars(text);
        flushIfFull();
    }

    @Override
    public void writeUTF(String text) throws IOException {
        chunk.writeUTF(text);
        flushIfFull();
    }
}
