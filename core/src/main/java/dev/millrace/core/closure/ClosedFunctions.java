package dev.millrace.core.closure;

import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Type;

/**
 * Finds functions that are closed: they hold nothing that can change, and whatever code they reach neither keeps an object
 * anywhere nor finds one that somebody else has. What such a function gives back is made of its argument and of new objects;
 * when the argument belongs to the caller alone, so does the result, and nobody needs a copy of it.
 *
 * <p>This is a proof from byte code, and where it finds none it says no.
 */
public final class ClosedFunctions {

    private ClosedFunctions() {}

    /**
     * Whether the function is closed.
     *
     * @param method the name of the one method that is called on it
     */
    public static boolean isClosed(Object function, String method) {
        return isClosed(function, method, new ReachedCode(function.getClass().getClassLoader()));
    }

    /**
     * Whether the function is closed and changes nothing either, so that it may be given what others have too.
     *
     * @param method the name of the one method that is called on it
     */
    public static boolean onlyLooks(Object function, String method) {
        ReachedCode code = new ReachedCode(function.getClass().getClassLoader());
        return isClosed(function, method, code) && !code.writes();
    }

    private static boolean isClosed(Object function, String method, ReachedCode code) {
        Class<?> type = function.getClass();
        if (type.getClassLoader() == null) {
            return false;
        }
        SerializedLambda lambda = Lambdas.of(function);
        return lambda != null ? isClosed(lambda, code) : isClosed(type, method, code);
    }

    private static boolean isClosed(SerializedLambda lambda, ReachedCode code) {
        for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
            Object captured = lambda.getCapturedArg(i);
            if (captured != null && !isConstant(captured.getClass())) {
                return false;
            }
        }
        ReachedCode.Call.Kind kind = switch (lambda.getImplMethodKind()) {
            case MethodHandleInfo.REF_invokeStatic,
                    MethodHandleInfo.REF_invokeSpecial,
                    MethodHandleInfo.REF_newInvokeSpecial -> ReachedCode.Call.Kind.EXACT;
            case MethodHandleInfo.REF_invokeVirtual -> ReachedCode.Call.Kind.BY_OBJECT;
            default -> null;
        };
        return kind != null
                && code.isClosed(new ReachedCode.Call(
                        kind, lambda.getImplClass(), lambda.getImplMethodName(), lambda.getImplMethodSignature()));
    }

    /** A function that is an object of a class of its own, which extends nothing. */
    private static boolean isClosed(Class<?> type, String method, ReachedCode code) {
        boolean holdsConstants = type.getSuperclass() == Object.class
                && Arrays.stream(type.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .allMatch(ClosedFunctions::isFinalConstant);
        // bridges only pass on to the method that was written
        List<Method> written = Arrays.stream(type.getDeclaredMethods())
                .filter(declared -> declared.getName().equals(method) && !declared.isBridge())
                .toList();
        return holdsConstants
                && !written.isEmpty()
                && written.stream().allMatch(declared -> code.isClosed(exact(type, declared)));
    }

    private static ReachedCode.Call exact(Class<?> type, Method method) {
        return new ReachedCode.Call(
                ReachedCode.Call.Kind.EXACT,
                type.getName().replace('.', '/'),
                method.getName(),
                Type.getMethodDescriptor(method));
    }

    private static boolean isFinalConstant(Field field) {
        return Modifier.isFinal(field.getModifiers()) && isConstant(field.getType());
    }

    /** Whether values of exactly this class can neither change nor refer to anything that can. */
    private static boolean isConstant(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || ReachedCode.CONSTANTS.contains(type.getName().replace('.', '/'));
    }
}
