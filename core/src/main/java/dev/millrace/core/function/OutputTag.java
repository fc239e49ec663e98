package dev.millrace.core.function;

import dev.millrace.core.ModelApi;
import dev.millrace.core.type.TypeExtractor;
import dev.millrace.core.type.TypeInformation;
import java.io.Serializable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Objects;

/**
 * Names a side output and its type. Two tags are equal when their ids are. The type is optional; the anonymous form
 * {@code new OutputTag<String>("late") {}} is accepted and its type argument is used.
 */
@ModelApi
public class OutputTag<T> implements Serializable {

    private final String id;
    private final TypeInformation<T> type;

    /** A tag whose type is found by looking at the values, or at the type argument of an anonymous subclass. */
    public OutputTag(String id) {
        this.id = checked(id);
        this.type = declaredType();
    }

    /** A tag of an explicit type. */
    public OutputTag(String id, TypeInformation<T> type) {
        this.id = checked(id);
        this.type = Objects.requireNonNull(type, "type");
    }

    private static String checked(String id) {
        if (id == null || id.isEmpty()) {
            throw new IllegalArgumentException("a side output needs an id that is not empty");
        }
        return id;
    }

    private TypeInformation<T> declaredType() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType declared)
                || declared.getRawType() != OutputTag.class) {
            return null;
        }
        Type argument = declared.getActualTypeArguments()[0];
        return argument instanceof Class<?> || argument instanceof ParameterizedType
                ? TypeExtractor.createTypeInfo(argument)
                : null;
    }

    /** The name by which tags are compared. */
    public String getId() {
        return id;
    }

    /** The explicit type, or null when the values tell it. */
    public TypeInformation<T> getTypeInfo() {
        return type;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof OutputTag<?> tag && tag.id.equals(id);
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "OutputTag(" + id + ")";
    }
}
