package dev.millrace.core.type;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.Map;

/**
 * What a program says about the values of a stream or state. It is never needed: the engine chooses types by the values'
 * classes. A user's own subclass wins over that: its serializer is used.
 *
 * @param <T> the values' class
 */
@ModelApi
public abstract class TypeInformation<T> implements Serializable {

    private static final long serialVersionUID = 1;

    /** The type of a class without generic parameters. */
    public static <T> TypeInformation<T> of(Class<T> typeClass) {
        return TypeExtractor.createTypeInfo(typeClass);
    }

    /** The type that the hint's subclass captured, with its generic parameters. */
    public static <T> TypeInformation<T> of(TypeHint<T> hint) {
        return hint.getTypeInfo();
    }

    /** Whether the values are of a primitive, boxed, string, date or number class. */
    public boolean isBasicType() {
        return false;
    }

    /** Whether the values are tuples. */
    public boolean isTupleType() {
        return false;
    }

    /** The number of fields; 1 for what has no fields. */
    public int getArity() {
        return 1;
    }

    /** The number of fields, those of nested types included. */
    public int getTotalFields() {
        return 1;
    }

    /** The class of the values. */
    public abstract Class<T> getTypeClass();

    /** The types of the generic parameters by name; empty when there are none. */
    public Map<String, TypeInformation<?>> getGenericParameters() {
        return Map.of();
    }

    /** Whether the values may be keys. */
    public abstract boolean isKeyType();

    /** Whether the values have a total order. */
    public boolean isSortKeyType() {
        return isKeyType();
    }

    /** A serializer for the values: the engine's own, unless a subclass makes another. */
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new GeneratedSerializer<>(config.types().of(getTypeClass()));
    }

    /** Whether this is the engine's own description, which says nothing that values would not tell. */
    boolean isKnown() {
        return false;
    }

    /** Whether the other object can be equal to this one at all. */
    public abstract boolean canEqual(Object other);

    @Override
    public abstract boolean equals(Object other);

    @Override
    public abstract int hashCode();

    @Override
    public abstract String toString();
}
