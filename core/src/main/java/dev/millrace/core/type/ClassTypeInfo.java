package dev.millrace.core.type;

import dev.millrace.core.ModelApi;
import dev.millrace.core.type.codec.BuiltIns;
import java.util.List;

/**
 * The types of everything else: user classes, enums, arrays, collections, with their type arguments.
 *
 * @param <T> the values' class
 */
@ModelApi
public final class ClassTypeInfo<T> extends KnownTypeInfo<T> {

    private static final long serialVersionUID = 1;

    /** Of a class; for arrays the one parameter is the element's type. */
    ClassTypeInfo(Class<T> typeClass, TypeInformation<?>... parameters) {
        super(typeClass, List.of(parameters));
    }

    private boolean hasFields() {
        Class<T> typeClass = getTypeClass();
        boolean plain = !typeClass.isArray() && !typeClass.isEnum() && !typeClass.isInterface();
        return plain && !BuiltIns.isLibrary(typeClass);
    }

    @Override
    public int getArity() {
        return hasFields() ? Math.max(1, ObjectFields.of(getTypeClass()).size()) : 1;
    }

    @Override
    public int getTotalFields() {
        return getArity();
    }

    @Override
    public String toString() {
        String name = getTypeClass().getTypeName();
        return parameters().isEmpty() || getTypeClass().isArray() ? name : name + "<" + listed() + ">";
    }
}
