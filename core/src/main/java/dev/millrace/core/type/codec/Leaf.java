package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;
import java.util.Comparator;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * A built-in value without nested values, given by its functions.
 *
 * @param hash null where values are not equal by content
 * @param order null where there is none
 * @param copy null where values are immutable
 */
record Leaf<T>(
        int builtInTag,
        Class<T> valueClass,
        Bytes<T> bytes,
        ToIntFunction<? super T> hash,
        Comparator<? super T> order,
        UnaryOperator<T> copy)
        implements Codec {

    /** Writes the value. */
    interface Writer<T> {
        void write(T value, DataOutputView out) throws IOException;
    }

    /** Reads a value. */
    interface Reader<T> {
        T read(DataInputView in) throws IOException;
    }

    /** The written form. */
    record Bytes<T>(Writer<? super T> writer, Reader<? extends T> reader) {}

    /** Of immutable values with a natural order. */
    static <T extends Comparable<? super T>> Codec ordered(
            int tag,
            Class<T> valueClass,
            Writer<? super T> writer,
            Reader<? extends T> reader,
            ToIntFunction<? super T> hash) {
        return new Leaf<>(tag, valueClass, new Bytes<>(writer, reader), hash, Comparator.naturalOrder(), null);
    }

    /** Of immutable values without an order; {@code hash} is null where values are not equal by content. */
    static <T> Codec unordered(
            int tag,
            Class<T> valueClass,
            Writer<? super T> writer,
            Reader<? extends T> reader,
            ToIntFunction<? super T> hash) {
        return new Leaf<>(tag, valueClass, new Bytes<>(writer, reader), hash, null, null);
    }

    /** Of mutable values that are not equal by content. */
    static <T> Codec mutable(
            int tag, Class<T> valueClass, Writer<? super T> writer, Reader<? extends T> reader, UnaryOperator<T> copy) {
        return new Leaf<>(tag, valueClass, new Bytes<>(writer, reader), null, null, copy);
    }

    /** Of values with equality by content (for arrays too) and an order; {@code copy} is null for immutable ones. */
    static <T> Codec comparable(
            int tag,
            Class<T> valueClass,
            Writer<? super T> writer,
            Reader<? extends T> reader,
            ToIntFunction<? super T> hash,
            Comparator<? super T> order,
            UnaryOperator<T> copy) {
        return new Leaf<>(tag, valueClass, new Bytes<>(writer, reader), hash, order, copy);
    }

    @Override
    public boolean immutable() {
        return copy == null;
    }

    @Override
    public String noKey() {
        return hash != null ? null : noKey("it has no equality by content");
    }

    @Override
    @SuppressWarnings("unchecked")
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        bytes.writer.write((T) value, out);
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        return bytes.reader.read(in);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object copy(Object value, int depth) {
        return copy == null ? value : copy.apply((T) value);
    }

    @Override
    @SuppressWarnings("unchecked")
    public int hash(Object value) {
        if (hash == null) {
            throw new CodecException(noKey());
        }
        return hash.applyAsInt((T) value);
    }

    @Override
    public boolean equal(Object left, Object right) {
        return valueClass.isArray() ? compare(left, right) == 0 : left.equals(right);
    }

    @Override
    @SuppressWarnings("unchecked")
    public int compare(Object left, Object right) {
        return order == null ? Codec.super.compare(left, right) : order.compare((T) left, (T) right);
    }
}
