package dev.millrace.core.type;

import dev.millrace.core.ModelApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Type information that the engine makes itself: a class and its type arguments. It says nothing that values would not
 * tell, so the engine's own codecs are used for it.
 *
 * @param <T> the values' class
 */
@ModelApi
abstract sealed class KnownTypeInfo<T> extends TypeInformation<T>
        permits BasicTypeInfo, TupleTypeInfo, RowTypeInfo, ClassTypeInfo {

    private static final long serialVersionUID = 1;

    private final Class<T> typeClass;
    private final List<TypeInformation<?>> parameters;

    KnownTypeInfo(Class<T> typeClass, List<TypeInformation<?>> parameters) {
        this.typeClass = Objects.requireNonNull(typeClass, "typeClass");
        this.parameters = List.copyOf(parameters);
    }

    /** The types of the type arguments, fields or elements, in order. */
    final List<TypeInformation<?>> parameters() {
        return parameters;
    }

    @Override
    public Class<T> getTypeClass() {
        return typeClass;
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Map<String, TypeInformation<?>> getGenericParameters() {
        var variables = typeClass.getTypeParameters();
        Map<String, TypeInformation<?>> named = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(variables.length, parameters.size()); i++) {
            named.put(variables[i].getName(), parameters.get(i));
        }
        return named;
    }

    @Override
    public boolean isKeyType() {
        return parameters.stream().allMatch(TypeInformation::isKeyType);
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new GeneratedSerializer<>(config.types().of(typeClass));
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof KnownTypeInfo<?>;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KnownTypeInfo<?> that
                && getClass() == that.getClass()
                && typeClass == that.typeClass
                && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return 31 * typeClass.hashCode() + parameters.hashCode();
    }

    final String listed() {
        return String.join(", ", parameters.stream().map(Object::toString).toList());
    }
}
