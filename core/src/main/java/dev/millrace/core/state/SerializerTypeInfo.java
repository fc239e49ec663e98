package dev.millrace.core.state;

import dev.millrace.core.type.SerializerConfig;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.core.type.TypeSerializer;
import java.util.Objects;

/** The type of values of which the program gives only the serializer. */
final class SerializerTypeInfo<T> extends TypeInformation<T> {

    private final TypeSerializer<T> serializer;

    SerializerTypeInfo(TypeSerializer<T> serializer) {
        this.serializer = Objects.requireNonNull(serializer, "the serializer of a state must not be null");
    }

    @Override
    @SuppressWarnings("unchecked") // every value is an object
    public Class<T> getTypeClass() {
        return (Class<T>) Object.class;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return serializer.duplicate();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof SerializerTypeInfo<?>;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SerializerTypeInfo<?> that && that.serializer.equals(serializer);
    }

    @Override
    public int hashCode() {
        return serializer.hashCode();
    }

    @Override
    public String toString() {
        return serializer.getClass().getSimpleName();
    }
}
