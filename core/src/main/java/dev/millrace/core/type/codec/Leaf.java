package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;
import java.util.Comparator;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** A built-in value without nested values, given by its functions. */
final class Leaf<T> extends Codec {

    /** Writes the value. */
    interface Writer<T> {
        void write(T value, DataOutputView out) throws IOException;
    }

    /** Reads a value. */
    interface Reader<T> {
        T read(DataInputView in) throws IOException;
    }

    private final int tag;
    private final Writer<? super T> writer;
    private final Reader<? extends T> reader;
    private final ToIntFunction<? super T> hash;
    private final Comparator<? super T> order;
    private final UnaryOperator<T> copy;

    Leaf(
            int tag,
            Class<T> valueClass,
            Writer<? super T> writer,
            Reader<? extends T> reader,
            ToIntFunction<? super T> hash,
            Comparator<? super T> order,
            UnaryOperator<T> copy) {
        super(valueClass, copy == null);
        this.tag = tag;
        this.writer = writer;
        this.reader = reader;
        this.hash = hash;
        this.order = order;
        this.copy = copy;
    }

    /** Of immutable values with a natural order. */
    static <T extends Comparable<? super T>> Codec ordered(
            int tag,
            Class<T> valueClass,
            Writer<? super T> writer,
            Reader<? extends T> reader,
            ToIntFunction<? super T> hash) {
        return new Leaf<>(tag, valueClass, writer, reader, hash, Comparator.naturalOrder(), null);
    }

    /** Of immutable values without an order; {@code hash} is null where values are not equal by content. */
    static <T> Codec unordered(
            int tag,
            Class<T> valueClass,
            Writer<? super T> writer,
            Reader<? extends T> reader,
            ToIntFunction<? super T> hash) {
        return new Leaf<>(tag, valueClass, writer, reader, hash, null, null);
    }

    /** Of mutable values that are not equal by content. */
    static <T> Codec mutable(
            int tag, Class<T> valueClass, Writer<? super T> writer, Reader<? extends T> reader, UnaryOperator<T> copy) {
        return new Leaf<>(tag, valueClass, writer, reader, null, null, copy);
    }

    /** Of mutable values with equality by content (for arrays too) and an order. */
    static <T> Codec comparable(
            int tag,
            Class<T> valueClass,
            Writer<? super T> writer,
            Reader<? extends T> reader,
            ToIntFunction<? super T> hash,
            Comparator<? super T> order,
            UnaryOperator<T> copy) {
        return new Leaf<>(tag, valueClass, writer, reader, hash, order, copy);
    }

    @Override
    public int builtInTag() {
        return tag;
    }

    @Override
    public String noKey() {
        return hash != null ? null : noKey("it has no equality by content");
    }

    @Override
    @SuppressWarnings("unchecked")
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        writer.write((T) value, out);
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        return reader.read(in);
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
        return valueClass().isArray() ? compare(left, right) == 0 : left.equals(right);
    }

    @Override
    @SuppressWarnings("unchecked")
    public int compare(Object left, Object right) {
        return order == null ? super.compare(left, right) : order.compare((T) left, (T) right);
    }
}
