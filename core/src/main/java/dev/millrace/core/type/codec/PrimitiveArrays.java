package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Arrays of primitives; hashed as {@link Arrays#hashCode} specifies, then mixed; ordered element by element. */
final class PrimitiveArrays {

    private PrimitiveArrays() {}

    static List<Codec> small() {
        return List.of(
                Leaf.comparable(
                        46,
                        boolean[].class,
                        PrimitiveArrays::write,
                        in -> Lengths.readArray(in, boolean.class, PrimitiveArrays::fill),
                        v -> Mix.of(Arrays.hashCode(v)),
                        Arrays::compare,
                        v -> v.clone()),
                Leaf.comparable(
                        47,
                        byte[].class,
                        PrimitiveArrays::write,
                        in -> Lengths.readArray(in, byte.class, PrimitiveArrays::fill),
                        v -> Mix.of(Arrays.hashCode(v)),
                        Arrays::compare,
                        v -> v.clone()),
                Leaf.comparable(
                        48,
                        short[].class,
                        PrimitiveArrays::write,
                        in -> Lengths.readArray(in, short.class, PrimitiveArrays::fill),
                        v -> Mix.of(Arrays.hashCode(v)),
                        Arrays::compare,
                        v -> v.clone()),
                Leaf.comparable(
                        49,
                        char[].class,
                        PrimitiveArrays::write,
                        in -> Lengths.readArray(in, char.class, PrimitiveArrays::fill),
                        v -> Mix.of(Arrays.hashCode(v)),
                        Arrays::compare,
                        v -> v.clone()));
    }

    static List<Codec> large() {
        return List.of(
                Leaf.comparable(
                        50,
                        int[].class,
                        PrimitiveArrays::write,
                        in -> Lengths.readArray(in, int.class, PrimitiveArrays::fill),
                        v -> Mix.of(Arrays.hashCode(v)),
                        Arrays::compare,
                        v -> v.clone()),
                Leaf.comparable(
                        51,
                        long[].class,
                        PrimitiveArrays::write,
                        in -> Lengths.readArray(in, long.class, PrimitiveArrays::fill),
                        v -> Mix.of(Arrays.hashCode(v)),
                        Arrays::compare,
                        v -> v.clone()),
                Leaf.comparable(
                        52,
                        float[].class,
                        PrimitiveArrays::write,
                        in -> Lengths.readArray(in, float.class, PrimitiveArrays::fill),
                        v -> Mix.of(Arrays.hashCode(v)),
                        Arrays::compare,
                        v -> v.clone()),
                Leaf.comparable(
                        53,
                        double[].class,
                        PrimitiveArrays::write,
                        in -> Lengths.readArray(in, double.class, PrimitiveArrays::fill),
                        v -> Mix.of(Arrays.hashCode(v)),
                        Arrays::compare,
                        v -> v.clone()));
    }

    private static void write(boolean[] array, DataOutputView out) throws IOException {
        out.writeVarInt(array.length);
        for (boolean element : array) {
            out.writeBoolean(element);
        }
    }

    private static void fill(boolean[] array, int from, int to, DataInputView in) throws IOException {
        for (int i = from; i < to; i++) {
            array[i] = in.readBoolean();
        }
    }

    private static void write(byte[] array, DataOutputView out) throws IOException {
        out.writeVarInt(array.length);
        out.write(array);
    }

    private static void fill(byte[] array, int from, int to, DataInputView in) throws IOException {
        in.readFully(array, from, to - from);
    }

    private static void write(short[] array, DataOutputView out) throws IOException {
        out.writeVarInt(array.length);
        for (short element : array) {
            out.writeShort(element);
        }
    }

    private static void fill(short[] array, int from, int to, DataInputView in) throws IOException {
        for (int i = from; i < to; i++) {
            array[i] = in.readShort();
        }
    }

    private static void write(char[] array, DataOutputView out) throws IOException {
        out.writeVarInt(array.length);
        for (char element : array) {
            out.writeChar(element);
        }
    }

    private static void fill(char[] array, int from, int to, DataInputView in) throws IOException {
        for (int i = from; i < to; i++) {
            array[i] = in.readChar();
        }
    }

    private static void write(int[] array, DataOutputView out) throws IOException {
        out.writeVarInt(array.length);
        for (int element : array) {
            out.writeInt(element);
        }
    }

    private static void fill(int[] array, int from, int to, DataInputView in) throws IOException {
        for (int i = from; i < to; i++) {
            array[i] = in.readInt();
        }
    }

    private static void write(long[] array, DataOutputView out) throws IOException {
        out.writeVarInt(array.length);
        for (long element : array) {
            out.writeLong(element);
        }
    }

    private static void fill(long[] array, int from, int to, DataInputView in) throws IOException {
        for (int i = from; i < to; i++) {
            array[i] = in.readLong();
        }
    }

    private static void write(float[] array, DataOutputView out) throws IOException {
        out.writeVarInt(array.length);
        for (float element : array) {
            out.writeFloat(element);
        }
    }

    private static void fill(float[] array, int from, int to, DataInputView in) throws IOException {
        for (int i = from; i < to; i++) {
            array[i] = in.readFloat();
        }
    }

    private static void write(double[] array, DataOutputView out) throws IOException {
        out.writeVarInt(array.length);
        for (double element : array) {
            out.writeDouble(element);
        }
    }

    private static void fill(double[] array, int from, int to, DataInputView in) throws IOException {
        for (int i = from; i < to; i++) {
            array[i] = in.readDouble();
        }
    }
}
