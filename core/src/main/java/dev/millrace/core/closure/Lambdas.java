package dev.millrace.core.closure;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;

/** Looks into serializable lambdas. */
final class Lambdas {

    private Lambdas() {}

    /** What a lambda is written as, or null when the value is no serializable lambda. */
    static SerializedLambda of(Object value) {
        if (!value.getClass().isHidden() && !value.getClass().isSynthetic()) {
            return null;
        }
        try {
            Method replacement = value.getClass().getDeclaredMethod("writeReplace");
            replacement.setAccessible(true);
            return replacement.invoke(value) instanceof SerializedLambda lambda ? lambda : null;
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            return null;
        }
    }
}
