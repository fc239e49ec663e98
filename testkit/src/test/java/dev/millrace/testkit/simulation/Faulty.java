package dev.millrace.testkit.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Makes faulty parts of sound ones. */
final class Faulty {
    private Faulty() {}

    /** What a faulty part does instead of a call; true when that was all. It may change the arguments. */
    interface Instead {
        boolean of(String method, Object[] arguments) throws Throwable;
    }

    static <T> T of(Class<T> kind, T sound, Instead instead) {
        return kind.cast(Proxy.newProxyInstance(
                kind.getClassLoader(), new Class<?>[] {kind}, (proxy, method, arguments) -> {
                    if (instead.of(method.getName(), arguments)) {
                        return null;
                    }
                    try {
                        return method.invoke(sound, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}
