package dev.millrace.core.type;

import dev.millrace.core.ModelApi;
import java.lang.reflect.Type;
import java.util.Map;

/**
 * Makes the type information of a class that names it in {@link TypeInfo}.
 *
 * @param <T> the class described
 */
@ModelApi
public abstract class TypeInfoFactory<T> {

    /** The type information for the type, given that of its generic parameters by name. */
    public abstract TypeInformation<T> createTypeInfo(Type type, Map<String, TypeInformation<?>> genericParameters);
}
