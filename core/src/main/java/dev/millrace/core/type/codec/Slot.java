package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;

/**
 * A place in a value whose class is known only from the value: a field of an open type, the elements of a collection.
 *
 * <p>It remembers the class seen last. Threads race for that memory without harm, because what it points to is immutable;
 * it stops learning after a few changes, so that a place of many classes is not written by all cores for ever.
 */
public final class Slot {

    private static final int CHANGES_MAX = 16;

    private final Codecs codecs;
    private Match seen;
    private int changes;

    public Slot(Codecs codecs) {
        this.codecs = codecs;
    }

    /** The codec of this value. */
    public Codec codecOf(Object value) {
        return seen(value).codec();
    }

    private Match seen(Object value) {
        Class<?> valueClass = value.getClass();
        Match last = seen;
        return last != null && last.valueClass() == valueClass ? last : learn(valueClass);
    }

    private Match learn(Class<?> valueClass) {
        Match now = codecs.match(valueClass);
        if (changes < CHANGES_MAX) {
            changes++;
            seen = now;
        }
        return now;
    }

    /** Writes a tag and the value, or the tag of null. */
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        if (value == null) {
            tags.writeNull(out);
            return;
        }
        Codec codec = codecOf(value);
        tags.writeTag(codec, out);
        codec.write(value, out, tags, deeper(depth));
    }

    /** Reads what {@link #write} wrote. */
    public static Object read(DataInputView in, Tags tags) throws IOException {
        Codec codec = tags.readTag(in);
        return codec == null ? null : codec.read(in, tags);
    }

    /** Copies a value or null. */
    public Object copy(Object value, int depth) {
        if (value == null) {
            return null;
        }
        Match now = seen(value);
        return now.immutable() ? value : now.codec().copy(value, deeper(depth));
    }

    /** Hashes a value or null. */
    public int hash(Object value) {
        if (value instanceof String text) {
            return Mix.of(text);
        }
        return value == null ? Mix.NULL : codecOf(value).hash(value);
    }

    /** Structural equality of two values or nulls. */
    public boolean equal(Object left, Object right) {
        if (left == right) {
            return true;
        }
        if (left == null || right == null) {
            return false;
        }
        Codec codec = codecOf(left);
        return left.getClass() == right.getClass()
                ? codec.equal(left, right)
                : codec.builtInTag() != 0 && left.equals(right);
    }

    /** The order of two values of one class; null is lowest. */
    public int compare(Object left, Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? -1 : 1;
        }
        Codec codec = codecOf(left);
        if (left.getClass() != right.getClass() && codecOf(right).valueClass() != codec.valueClass()) {
            throw new CodecException("values of " + left.getClass().getName() + " and "
                    + right.getClass().getName() + " have no common order");
        }
        return codec.compare(left, right);
    }

    private int deeper(int depth) {
        if (depth >= codecs.depthMax()) {
            throw new CodecException("nested more than " + codecs.depthMax() + " references deep");
        }
        return depth + 1;
    }
}
