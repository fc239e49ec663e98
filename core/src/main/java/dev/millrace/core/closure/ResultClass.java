package dev.millrace.core.closure;

import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.Optional;

/** Finds the class of what a function gives back, as far as its code tells. */
public final class ResultClass {

    private ResultClass() {}

    /**
     * The class of a function's results; empty when its code does not tell, as with type variables.
     *
     * @param functionInterface the interface whose method it implements
     * @param parameter the place of the result among the interface's type parameters
     */
    public static Optional<Class<?>> of(Object function, Class<?> functionInterface, int parameter) {
        Objects.requireNonNull(function, "the function must not be null");
        SerializedLambda lambda = Lambdas.of(function);
        return lambda != null
                ? ofLambda(lambda, function.getClass().getClassLoader())
                : ofClass(function.getClass(), functionInterface, parameter);
    }

    private static Optional<Class<?>> ofLambda(SerializedLambda lambda, ClassLoader loader) {
        try {
            MethodType type = MethodType.fromMethodDescriptorString(lambda.getImplMethodSignature(), loader);
            return lambda.getImplMethodName().equals("<init>")
                    ? Optional.of(Class.forName(lambda.getImplClass().replace('/', '.'), false, loader))
                    : Optional.of(type.wrap().returnType());
        } catch (TypeNotPresentException | ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static Optional<Class<?>> ofClass(Class<?> type, Class<?> functionInterface, int parameter) {
        for (Class<?> level = type; level != null; level = level.getSuperclass()) {
            for (Type declared : level.getGenericInterfaces()) {
                if (declared instanceof ParameterizedType known && known.getRawType() == functionInterface) {
                    return raw(known.getActualTypeArguments()[parameter]);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Class<?>> raw(Type type) {
        if (type instanceof Class<?> known) {
            return Optional.of(known);
        }
        return type instanceof ParameterizedType generic ? raw(generic.getRawType()) : Optional.empty();
    }
}
