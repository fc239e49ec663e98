package dev.millrace.core.type;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;

/**
 * The types of one job: thread-safe, owned by the job's class loader, gone with it.
 *
 * <p>A type is chosen by the class of the value; what is not built in is generated on first use.
 */
public interface TypeSystem {

    /** A type system for the classes of one job. */
    static TypeSystem create(ClassLoader userClasses, TypeOptions options) {
        return new JobTypes(userClasses, options);
    }

    /** A type system with default options. */
    static TypeSystem create(ClassLoader userClasses) {
        return create(userClasses, TypeOptions.defaults());
    }

    /**
     * The type of the values of exactly this class.
     *
     * @throws TypeException when values of this class cannot be serialized; the message names the field's path
     */
    <T> ValueType<T> of(Class<T> valueClass);

    /** The type that the information describes: a user's own by its serializer, all others by their class. */
    <T> ValueType<T> of(TypeInformation<T> information);

    /** The type of this value, by its class. */
    ValueType<Object> typeOf(Object value);

    /** Whether the job says nothing about its types, so that they are the same as in all other such jobs. */
    boolean isPlain();

    /** A deep copy of the mutable parts; null and immutable values are returned as they are. */
    Object copy(Object value);

    /**
     * The structural hash of a key.
     *
     * @throws NullPointerException when the key is null, with advice
     * @throws TypeException when the key's class has no hash that is the same on every machine, with the remedy
     */
    int hash(Object key);

    /** Structural equality of two keys, arrays by content; nulls are equal to each other. */
    boolean equal(Object left, Object right);

    /**
     * Checks that the class may be a key, as far as the class alone tells.
     *
     * @throws TypeException when it cannot, with the remedy
     */
    void requireKey(Class<?> keyClass);

    /** Writes a key or null in canonical form: equal keys give equal bytes, whatever was written before. */
    void writeKey(Object key, DataOutputView out) throws IOException;

    /** Reads what {@link #writeKey} wrote. */
    Object readKey(DataInputView in) throws IOException;

    /** An empty append-only list of schemas for one state or channel. */
    Schemas newSchemas();

    /** Reads a list that {@link Schemas#writeTo} wrote, maybe with older classes. */
    Schemas readSchemas(DataInputView in) throws IOException;
}
