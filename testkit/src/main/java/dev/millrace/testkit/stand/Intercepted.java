package dev.millrace.testkit.stand;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;

/** Stands before an object, with all its public interfaces, and sees the calls that come for it. */
public final class Intercepted {

    private Intercepted() {}

    /** What looks like the object, and gives its calls to a handler. */
    public static Object by(InvocationHandler handler, Object target) {
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        for (Class<?> kind = target.getClass(); kind != null; kind = kind.getSuperclass()) {
            for (Class<?> one : kind.getInterfaces()) {
                if (Modifier.isPublic(one.getModifiers())) {
                    interfaces.add(one);
                }
            }
        }
        return Proxy.newProxyInstance(target.getClass().getClassLoader(), interfaces.toArray(Class<?>[]::new), handler);
    }

    /** Passes a call on; what it throws comes out as it is. */
    public static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
