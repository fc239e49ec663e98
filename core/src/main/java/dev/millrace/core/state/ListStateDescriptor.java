package dev.millrace.core.state;

import dev.millrace.core.ModelApi;
import dev.millrace.core.type.TypeInformation;
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

    @Override
    public Type getType() {
        return Type.LIST;
    }
}
