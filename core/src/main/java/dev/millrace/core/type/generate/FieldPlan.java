package dev.millrace.core.type.generate;

import dev.millrace.core.type.codec.Codec;
import java.lang.reflect.Field;

/**
 * One field of an object and how its values are handled.
 *
 * @param name unique in the object; the field's name, or {@code Class.name} where a superclass has one of the same name
 * @param exact the codec of all values of the field; null for primitives, and for open fields, whose values tell their
 *     class
 */
public record FieldPlan(String name, Field field, Codec exact) {

    /** The declared class. */
    public Class<?> type() {
        return field.getType();
    }

    /** Whether the values tell their class by tags. */
    public boolean open() {
        return exact == null && !type().isPrimitive();
    }

    /** Whether the field's values may be shared as they are. */
    public boolean immutable() {
        return type().isPrimitive() || exact != null && exact.immutable();
    }
}
