package dev.millrace.core.type;

import dev.millrace.core.ModelApi;
import java.lang.reflect.Type;

/** Makes type information from classes and generic types. */
@ModelApi
public final class TypeExtractor {

    private TypeExtractor() {}

    /** The type information of a class. */
    public static <T> TypeInformation<T> createTypeInfo(Class<T> typeClass) {
        return createTypeInfo((Type) typeClass);
    }

    /** The type information of a class or generic type. */
    public static <T> TypeInformation<T> createTypeInfo(Type type) {
        throw new UnsupportedOperationException();
    }
}
