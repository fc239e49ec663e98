package dev.millrace.core.type;

import dev.millrace.core.ModelApi;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * Captures a generic type: {@code new TypeHint<Tuple2<String, Long>>() {}}.
 *
 * @param <T> the type captured
 */
@ModelApi
public abstract class TypeHint<T> {

    private final TypeInformation<T> captured;

    /** Captures the type argument of the subclass. */
    protected TypeHint() {
        Type generic = getClass().getGenericSuperclass();
        if (!(generic instanceof ParameterizedType parameterized)) {
            throw new TypeException(
                    "A TypeHint needs its type argument: write new TypeHint<Tuple2<String, Long>>() {}");
        }
        captured = TypeExtractor.createTypeInfo(parameterized.getActualTypeArguments()[0]);
    }

    /** The type captured. */
    public TypeInformation<T> getTypeInfo() {
        return captured;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypeHint<?> hint && hint.captured.equals(captured);
    }

    @Override
    public int hashCode() {
        return captured.hashCode();
    }

    @Override
    public String toString() {
        return "TypeHint: " + captured;
    }
}
