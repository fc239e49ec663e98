package dev.millrace.core.type;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;

/** The engine's own type in the shape of a serializer, for user code that asks for one. */
final class GeneratedSerializer<T> extends TypeSerializer<T> {

    private static final long serialVersionUID = 1;

    private final Class<?> valueClass;
    private final transient ValueType<T> type;

    GeneratedSerializer(ValueType<T> type) {
        this.valueClass = type.valueClass();
        this.type = type;
    }

    /** After Java deserialization the type is found again, in the class's own loader. */
    private Object readResolve() {
        return new GeneratedSerializer<>(
                TypeSystem.create(valueClass.getClassLoader()).of(valueClass));
    }

    @Override
    public boolean isImmutableType() {
        return type.immutable();
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return this;
    }

    @Override
    public T createInstance() {
        return null;
    }

    @Override
    public T copy(T from) {
        return type.copy(from);
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(T value, DataOutputView target) throws IOException {
        type.write(value, target);
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        return type.read(source);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GeneratedSerializer<?> that && valueClass == that.valueClass;
    }

    @Override
    public int hashCode() {
        return valueClass.hashCode();
    }
}
