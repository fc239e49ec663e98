package dev.millrace.core.type.generate;

import dev.millrace.core.type.codec.Codec;
import java.lang.invoke.MethodType;

/**
 * How one field is kept.
 *
 * @param kept the primitive that is kept as a word, or Object for a reference
 * @param check the class that the value must be of to fit; null when every value of the field fits
 * @param nullable whether null fits
 */
record FlatField(Class<?> kept, Class<?> check, boolean nullable) {

    /**
     * For values like this one; null when the field is not flat.
     *
     * @param codec the codec of the value; null when the value is null
     */
    static FlatField of(FieldPlan field, Object value, Codec codec) {
        Class<?> type = field.type();
        if (type.isPrimitive()) {
            return new FlatField(type, null, false);
        }
        if (value != null) {
            Class<?> primitive =
                    MethodType.methodType(value.getClass()).unwrap().returnType();
            if (primitive.isPrimitive()) {
                return new FlatField(primitive, value.getClass(), false);
            }
        }
        if (field.exact() != null) {
            return field.exact().immutable() ? new FlatField(Object.class, null, true) : null;
        }
        return codec != null && codec.immutable() ? new FlatField(Object.class, value.getClass(), true) : null;
    }
}
