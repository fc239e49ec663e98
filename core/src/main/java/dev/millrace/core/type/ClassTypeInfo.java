package dev.millrace.core.type;

import dev.millrace.core.ModelApi;
import dev.millrace.core.type.codec.BuiltIns;
import java.util.Map;
import java.util.Objects;

/**
 * The types of everything else: user classes, enums, arrays, collections, with their type arguments.
 *
 * @param <T> the values' class
 */
@ModelApi
public final class ClassTypeInfo<T> extends TypeInformation<T> {

    private static final long serialVersionUID = 1;

    private final Class<T> typeClass;
    private final TypeArguments arguments;

    /** Of a class; for arrays the one parameter is the element's type. */
    ClassTypeInfo(Class<T> typeClass, TypeInformation<?>... parameters) {
        this.typeClass = Objects.requireNonNull(typeClass, "typeClass");
        arguments = TypeArguments.of(parameters);
    }

    private boolean hasFields() {
        boolean plain = !typeClass.isArray() && !typeClass.isEnum() && !typeClass.isInterface();
        return plain && !BuiltIns.isLibrary(typeClass);
    }

    @Override
    public int getArity() {
        return hasFields() ? Math.max(1, ObjectFields.of(typeClass).size()) : 1;
    }

    @Override
    public int getTotalFields() {
        return getArity();
    }

    @Override
    public Map<String, TypeInformation<?>> getGenericParameters() {
        return arguments.named(typeClass);
    }

    @Override
    public Class<T> getTypeClass() {
        return typeClass;
    }

    @Override
    public boolean isKeyType() {
        return arguments.areKeys();
    }

    @Override
    boolean isKnown() {
        return true;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof ClassTypeInfo;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassTypeInfo<?> that
                && typeClass == that.typeClass
                && arguments.equals(that.arguments);
    }

    @Override
    public int hashCode() {
        return 31 * typeClass.hashCode() + arguments.hashCode();
    }

    @Override
    public String toString() {
        String name = typeClass.getTypeName();
        return arguments.size() == 0 || typeClass.isArray() ? name : name + "<" + arguments + ">";
    }
}
