package dev.millrace.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * The signal that Ctrl-C sends. The JDK shows signals only in {@code sun.misc.Signal}, against whose use by name compilers
 * warn; so it is found at run time, and where it is not there Ctrl-C means what it always means.
 */
final class InterruptSignal {

    private InterruptSignal() {}

    /**
     * Lets something else happen at each signal, on a thread of its own.
     *
     * @return what sets things back to what they were
     */
    static Runnable handle(Runnable action) {
        try {
            Class<?> signalClass = Class.forName("sun.misc.Signal");
            Class<?> handlerClass = Class.forName("sun.misc.SignalHandler");
            Object signal = signalClass.getConstructor(String.class).newInstance("INT");
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
