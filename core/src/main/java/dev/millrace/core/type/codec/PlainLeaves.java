package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The built-in numbers, and holders of one number. */
final class PlainLeaves {

    private PlainLeaves() {}

    /** The boxes but the most common, which have codecs of their own. */
    static List<Codec> boxes() {
        return List.of(
                Leaf.ordered(
                        2,
                        Boolean.class,
                        (v, out) -> out.writeBoolean(v),
                        DataInputView::readBoolean,
                        v -> Mix.of((boolean) v)),
                Leaf.ordered(
                        3, Byte.class, (v, out) -> out.writeByte(v), DataInputView::readByte, v -> Mix.of((int) v)),
                Leaf.ordered(
                        4, Short.class, (v, out) -> out.writeShort(v), DataInputView::readShort, v -> Mix.of((int) v)),
                Leaf.ordered(
                        5,
                        Character.class,
                        (v, out) -> out.writeChar(v),
                        DataInputView::readChar,
                        v -> Mix.of((int) v)),
                Leaf.ordered(
                        8,
                        Float.class,
                        (v, out) -> out.writeFloat(v),
                        DataInputView::readFloat,
                        v -> Mix.of((float) v)));
    }

    static List<Codec> numbers() {
        return List.of(
                Leaf.ordered(10, BigInteger.class, PlainLeaves::write, PlainLeaves::readInteger, PlainLeaves::hash),
                Leaf.ordered(
                        11,
                        BigDecimal.class,
                        (v, out) -> {
                            out.writeInt(v.scale());
                            write(v.unscaledValue(), out);
                        },
                        PlainLeaves::readDecimal,
                        v -> Mix.pair(hash(v.unscaledValue()), v.scale())));
    }

    static List<Codec> ids() {
        return List.of(Leaf.ordered(
                12,
                UUID.class,
                (v, out) -> {
                    out.writeLong(v.getMostSignificantBits());
                    out.writeLong(v.getLeastSignificantBits());
                },
                in -> new UUID(in.readLong(), in.readLong()),
                v -> Mix.pair(Mix.of(v.getMostSignificantBits()), Mix.of(v.getLeastSignificantBits()))));
    }

    static List<Codec> optionals() {
        return List.of(
                Leaf.unordered(
                        68,
                        OptionalInt.class,
                        (v, out) -> {
                            out.writeBoolean(v.isPresent());
                            out.writeInt(v.orElse(0));
                        },
                        PlainLeaves::readOptionalInt,
                        v -> v.isPresent() ? Mix.pair(1, Mix.of(v.getAsInt())) : Mix.NULL),
                Leaf.unordered(
                        69,
                        OptionalLong.class,
                        (v, out) -> {
                            out.writeBoolean(v.isPresent());
                            out.writeLong(v.orElse(0));
                        },
                        PlainLeaves::readOptionalLong,
                        v -> v.isPresent() ? Mix.pair(1, Mix.of(v.getAsLong())) : Mix.NULL),
                Leaf.unordered(
                        70,
                        OptionalDouble.class,
                        (v, out) -> {
                            out.writeBoolean(v.isPresent());
                            out.writeDouble(v.orElse(0));
                        },
                        PlainLeaves::readOptionalDouble,
                        v -> v.isPresent() ? Mix.pair(1, Mix.of(v.getAsDouble())) : Mix.NULL));
    }

    /** Mutable numbers for threads. */
    static List<Codec> atomics() {
        return List.of(
                Leaf.mutable(
                        39,
                        AtomicInteger.class,
                        (v, out) -> out.writeInt(v.get()),
                        in -> new AtomicInteger(in.readInt()),
                        v -> new AtomicInteger(v.get())),
                Leaf.mutable(
                        40,
                        AtomicLong.class,
                        (v, out) -> out.writeLong(v.get()),
                        in -> new AtomicLong(in.readLong()),
                        v -> new AtomicLong(v.get())),
                Leaf.mutable(
                        41,
                        AtomicBoolean.class,
                        (v, out) -> out.writeBoolean(v.get()),
                        in -> new AtomicBoolean(in.readBoolean()),
                        v -> new AtomicBoolean(v.get())));
    }

    /** Mutable text. */
    static List<Codec> builders() {
        return List.of(Leaf.mutable(
                42,
                StringBuilder.class,
                (v, out) -> out.writeText(v.toString()),
                in -> new StringBuilder(in.readText()),
                StringBuilder::new));
    }

    /** Sets of bits. */
    static List<Codec> bits() {
        return List.of(Leaf.mutable(
                43,
                BitSet.class,
                (v, out) -> writeBytes(v.toByteArray(), out),
                in -> BitSet.valueOf(readBytes(in)),
                v -> (BitSet) v.clone()));
    }

    private static void write(BigInteger value, DataOutputView out) throws IOException {
        writeBytes(value.toByteArray(), out);
    }

    private static BigInteger readInteger(DataInputView in) throws IOException {
        return new BigInteger(readBytes(in));
    }

    private static BigDecimal readDecimal(DataInputView in) throws IOException {
        int scale = in.readInt();
        return new BigDecimal(readInteger(in), scale);
    }

    /** A number that fits a long hashes as that long. */
    private static int hash(BigInteger value) {
        return value.bitLength() < 64
                ? Mix.of(value.longValue())
                : Mix.of(java.util.Arrays.hashCode(value.toByteArray()));
    }

    private static OptionalInt readOptionalInt(DataInputView in) throws IOException {
        boolean present = in.readBoolean();
        int value = in.readInt();
        return present ? OptionalInt.of(value) : OptionalInt.empty();
    }

    private static OptionalLong readOptionalLong(DataInputView in) throws IOException {
        boolean present = in.readBoolean();
        long value = in.readLong();
        return present ? OptionalLong.of(value) : OptionalLong.empty();
    }

    private static OptionalDouble readOptionalDouble(DataInputView in) throws IOException {
        boolean present = in.readBoolean();
        double value = in.readDouble();
        return present ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static void writeBytes(byte[] bytes, DataOutputView out) throws IOException {
        out.writeVarInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputView in) throws IOException {
        return Lengths.readArray(
                in,
                byte.class,
                (byte[] bytes, int from, int to, DataInputView source) -> source.readFully(bytes, from, to - from));
    }
}
