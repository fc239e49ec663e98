package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;

/** The code for the values of one class. */
public interface Codec {

    /** The class of the values. */
    Class<?> valueClass();

    /** Whether values are deeply immutable, so that they may be shared. */
    boolean immutable();

    /** Why values cannot be keys, as far as the class alone tells; null when they can. */
    default String noKey() {
        return null;
    }

    /** For codecs without a structural hash: says so. */
    default String noKey(String why) {
        return valueClass().getName() + " cannot be a key: " + why;
    }

    /** The fixed tag of a built-in form, or 0. */
    default int builtInTag() {
        return 0;
    }

    /** The fixed tag in canonical form, the same for all classes whose values can be equal to each other. */
    default int canonicalTag() {
        return builtInTag();
    }

    /** Writes a value that is not null, nested {@code depth} references deep. */
    void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException;

    /** Reads a value. */
    Object read(DataInputView in, Tags tags) throws IOException;

    /** Copies a value that is not null; the same reference when nothing in it is mutable. */
    default Object copy(Object value, int depth) {
        return value;
    }

    /** The structural hash of a value that is not null. */
    int hash(Object value);

    /** Structural equality of two values of this class. */
    default boolean equal(Object left, Object right) {
        return left.equals(right);
    }

    /** The order of two values of this class. */
    default int compare(Object left, Object right) {
        throw new CodecException(valueClass().getName() + " has no order");
    }

    /** Writes a value or null, with a byte that is 0 for null. */
    default void writeNullable(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        if (value == null) {
            out.writeByte(0);
        } else {
            out.writeByte(1);
            write(value, out, tags, depth);
        }
    }

    /** Reads what {@link #writeNullable} wrote. */
    default Object readNullable(DataInputView in, Tags tags) throws IOException {
        return in.readByte() == 0 ? null : read(in, tags);
    }

    /** Copies a value or null. */
    default Object copyNullable(Object value, int depth) {
        return immutable() || value == null ? value : copy(value, depth);
    }

    /** Hashes a value or null. */
    default int hashNullable(Object value) {
        return value == null ? Mix.NULL : hash(value);
    }

    /** Equality where either may be null. */
    default boolean equalNullable(Object left, Object right) {
        return left == right || left != null && right != null && equal(left, right);
    }

    /** Order where either may be null; null is lowest. */
    default int compareNullable(Object left, Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? -1 : 1;
        }
        return compare(left, right);
    }
}
