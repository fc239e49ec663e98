package dev.millrace.cli.terminal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Signals of the operating system. The JDK shows signals only in {@code sun.misc.Signal}, against whose use by name compilers
 * warn; so it is found at run time, and where it is not there signals mean what they always mean.
 */
public final class Signals {

    private Signals() {}

    /**
     * Lets something else happen at each signal of a kind, on a thread of its own.
     *
     * @param name without its SIG
     * @return what sets things back to what they were
     */
    public static Runnable handle(String name, Runnable action) {
        try {
            Class<?> signalClass = Class.forName("sun.misc.Signal");
            Class<?> handlerClass = Class.forName("sun.misc.SignalHandler");
            Object signal = signalClass.getConstructor(String.class).newInstance(name);
            Method handle = signalClass.getMethod("handle", signalClass, handlerClass);
            Object handler = Proxy.newProxyInstance(
                    handlerClass.getClassLoader(), new Class<?>[] {handlerClass}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                            return null;
                        }
                        return method.getName().equals("equals") ? proxy == arguments[0] : (Object) action.hashCode();
                    });
            Object before = handle.invoke(null, signal, handler);
            return () -> restore(handle, signal, before);
        } catch (ReflectiveOperationException notOurs) { // or whoever started the process keeps the signal from it
            return () -> {};
        }
    }

    private static void restore(Method handle, Object signal, Object handler) {
        try {
            handle.invoke(null, signal, handler);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a signal that could be handled cannot be given back", impossible);
        }
    }
}
