package dev.millrace.core.state;

import dev.millrace.core.ModelApi;
import dev.millrace.core.type.TypeHint;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.core.type.TypeSerializer;
import java.lang.reflect.Type;

/** Describes a list of values per key, or the list of an operator. */
@ModelApi
public final class ListStateDescriptor<T> extends StateDescriptor<ListState<T>, T> {

    /** A state whose values tell their type. */
    public ListStateDescriptor(String name) {
        super(name, null, null);
    }

    public ListStateDescriptor(String name, Class<T> elementType) {
        super(name, TypeInformation.of(elementType), null);
    }

    public ListStateDescriptor(String name, TypeInformation<T> elementType) {
        super(name, elementType, null);
    }

    public ListStateDescriptor(String name, TypeHint<T> elementType) {
        super(name, elementType.getTypeInfo(), null);
    }

    public ListStateDescriptor(String name, TypeSerializer<T> serializer) {
        super(name, new SerializerTypeInfo<>(serializer), null);
    }

    @Override
    public Type getType() {
        return Type.LIST;
    }
}
