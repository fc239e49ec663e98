package dev.millrace.core.type;

import dev.millrace.core.ModelApi;
import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;
import java.io.Serializable;

/**
 * A user's own way to write, read and copy values of one class; registered in {@link TypeOptions} or given by a
 * {@link TypeInformation}, it wins over generated code.
 *
 * @param <T> the values' class
 */
@ModelApi
public abstract class TypeSerializer<T> implements Serializable {

    private static final long serialVersionUID = 1;

    /** Whether values never change, so that they may be shared by reference. */
    public abstract boolean isImmutableType();

    /** The same serializer for another thread; itself when it has no state. */
    public abstract TypeSerializer<T> duplicate();

    /** A new empty value, or null when there is none. */
    public abstract T createInstance();

    /** A deep copy. */
    public abstract T copy(T from);

    /** A deep copy, into {@code reuse} when that is possible. */
    public T copy(T from, T reuse) {
        return copy(from);
    }

    /** The number of bytes of every value, or -1 when it varies. */
    public abstract int getLength();

    /** Writes a value. */
    public abstract void serialize(T record, DataOutputView target) throws IOException;

    /** Reads a value. */
    public abstract T deserialize(DataInputView source) throws IOException;

    /** Reads a value, into {@code reuse} when that is possible. */
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    /** Copies the bytes of one value. */
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public abstract boolean equals(Object other);

    @Override
    public abstract int hashCode();
}
