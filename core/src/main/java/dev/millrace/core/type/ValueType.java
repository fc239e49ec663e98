package dev.millrace.core.type;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.type.codec.FlatLayout;
import java.io.IOException;
import java.util.Optional;

/**
 * Everything the engine knows about the values of one class: how to write, read, copy, hash, compare and describe them.
 *
 * <p>Values are never null here; {@link Schemas} and {@link TypeSystem} take care of nulls. Implementations may be used by
 * any number of threads.
 *
 * @param <T> the values' class
 */
public interface ValueType<T> {

    /** The exact class of the values. */
    Class<?> valueClass();

    /** A description of the written form that a reader without the class can follow. */
    Schema schema();

    /** Whether values are deeply immutable, so that they may be shared by reference. */
    boolean immutable();

    /** Whether values may be keys: their hash follows from their content, and {@code equals} agrees with it. */
    boolean stableHash();

    /** Writes the value in a form that needs no list of schemas: classes that are not built in are named in full. */
    void write(T value, DataOutputView out) throws IOException;

    /** Reads what {@link #write} wrote with this very type; bytes of older classes are read with {@link Schemas}. */
    T read(DataInputView in) throws IOException;

    /** A deep copy of the mutable parts; the same reference when nothing in the value is mutable. */
    T copy(T value);

    /** The structural hash: well mixed, the same for ever on every machine; see the package's description. */
    int hash(T value);

    /** Structural equality, arrays by content; it agrees with {@link #hash}. */
    boolean equal(T left, T right);

    /**
     * A total order.
     *
     * @throws TypeException when the type has none; the message names the field
     */
    int compare(T left, T right);

    /**
     * How values like this one are kept without objects; empty when it has fields that are not flat (mutable ones, or null in an
     * open field). The layout's {@code store} tells for each further value whether it fits.
     */
    Optional<FlatLayout> flat(T sample);
}
