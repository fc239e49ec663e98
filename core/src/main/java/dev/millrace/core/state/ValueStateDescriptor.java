package dev.millrace.core.state;

import dev.millrace.core.ModelApi;
import dev.millrace.core.type.TypeHint;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.core.type.TypeSerializer;
import java.lang.reflect.Type;

/** Describes one value per key. */
@ModelApi
public final class ValueStateDescriptor<T> extends StateDescriptor<ValueState<T>, T> {

    /** A state whose values tell their type. */
    public ValueStateDescriptor(String name) {
        super(name, null, null);
    }

    public ValueStateDescriptor(String name, Class<T> type) {
        super(name, TypeInformation.of(type), null);
    }

    public ValueStateDescriptor(String name, TypeInformation<T> type) {
        super(name, type, null);
    }

    public ValueStateDescriptor(String name, TypeHint<T> type) {
        super(name, type.getTypeInfo(), null);
    }

    public ValueStateDescriptor(String name, TypeSerializer<T> serializer) {
        super(name, new SerializerTypeInfo<>(serializer), null);
    }

    /**
     * @param defaultValue what an empty state answers; serializable, and not changed by the program
     */
    public ValueStateDescriptor(String name, TypeSerializer<T> serializer, T defaultValue) {
        super(name, new SerializerTypeInfo<>(serializer), defaultValue);
    }

    /**
     * @param defaultValue what an empty state answers; serializable, and not changed by the program
     */
    public ValueStateDescriptor(String name, Class<T> type, T defaultValue) {
        super(name, TypeInformation.of(type), defaultValue);
    }

    /**
     * @param defaultValue what an empty state answers; serializable, and not changed by the program
     */
    public ValueStateDescriptor(String name, TypeInformation<T> type, T defaultValue) {
        super(name, type, defaultValue);
    }

    @Override
    public Type getType() {
        return Type.VALUE;
    }
}
