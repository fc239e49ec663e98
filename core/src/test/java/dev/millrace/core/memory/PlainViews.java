package dev.millrace.core.memory;

import java.io.DataOutput;
import java.io.IOException;

/** Views as a user would write them: nothing but the required methods, so that the default ones are what is tested. */
final class PlainViews {

    private PlainViews() {}

    record Out(DataOutput behind) implements DataOutputView {

        @Override
        public void write(int b) throws IOException {
            behind.write(b);
        }

        @Override
        public void write(byte[] b) throws IOException {
            behind.write(b);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            behind.write(b, off, len);
        }

        @Override
        public void writeBoolean(boolean v) throws IOException {
            behind.writeBoolean(v);
        }

        @Override
        public void writeByte(int v) throws IOException {
            behind.writeByte(v);
        }

        @Override
        public void writeShort(int v) throws IOException {
            behind.writeShort(v);
        }

        @Override
        public void writeChar(int v) throws IOException {
            behind.writeChar(v);
        }

        @Override
        public void writeInt(int v) throws IOException {
            behind.writeInt(v);
        }

        @Override
        public void writeLong(long v) throws IOException {
            behind.writeLong(v);
        }

        @Override
        public void writeFloat(float v) throws IOException {
            behind.writeFloat(v);
        }

        @Override
        public void writeDouble(double v) throws IOException {
            behind.writeDouble(v);
        }

        @Override
        public void writeBytes(String s) throws IOException {
            behind.writeBytes(s);
        }

        @Override
        public void writeChars(String s) throws IOException {
            behind.writeChars(s);
        }

        @Override
        public void writeUTF(String s) throws IOException {
            behind.writeUTF(s);
        }
    }

    record In(BytesInput behind) implements DataInputView {

        @Override
        public void readFully(byte[] b) throws IOException {
            behind.readFully(b);
        }

        @Override
        public void readFully(byte[] b, int off, int len) throws IOException {
            behind.readFully(b, off, len);
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            return behind.read(b, off, len);
        }

        @Override
        public int skipBytes(int n) throws IOException {
            return behind.skipBytes(n);
        }

        @Override
        public boolean readBoolean() throws IOException {
            return behind.readBoolean();
        }

        @Override
        public byte readByte() throws IOException {
            return behind.readByte();
        }

        @Override
        public int readUnsignedByte() throws IOException {
            return behind.readUnsignedByte();
        }

        @Override
        public short readShort() throws IOException {
            return behind.readShort();
        }

        @Override
        public int readUnsignedShort() throws IOException {
            return behind.readUnsignedShort();
        }

        @Override
        public char readChar() throws IOException {
            return behind.readChar();
        }

        @Override
        public int readInt() throws IOException {
            return behind.readInt();
        }

        @Override
        public long readLong() throws IOException {
            return behind.readLong();
        }

        @Override
        public float readFloat() throws IOException {
            return behind.readFloat();
        }

        @Override
        public double readDouble() throws IOException {
            return behind.readDouble();
        }

        @Override
        public String readLine() throws IOException {
            return behind.readLine();
        }

        @Override
        public String readUTF() throws IOException {
            return behind.readUTF();
        }
    }
}
