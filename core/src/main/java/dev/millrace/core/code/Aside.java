package dev.millrace.core.code;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * A call that compilers leave a call. Code that runs often only while profiles are taken, such as making the row of a key that
 * is new, would otherwise be drawn into the code of every function that uses state, which then is too large to be drawn in
 * anywhere itself. Costs some nanoseconds more than a plain call.
 *
 * <p>It works because the target of a method handle is known to compilers only where the handle is a constant; a field of an
 * ordinary object is none.
 */
public final class Aside {

    private final MethodHandle target;

    private Aside(MethodHandle target) {
        this.target = target;
    }

    /** The method of this name that takes an int and answers nothing. */
    public static Aside to(Lookup room, Class<?> owner, String method) {
        try {
            return new Aside(room.findVirtual(owner, method, MethodType.methodType(void.class, int.class))
                    .asType(MethodType.methodType(void.class, Object.class, int.class)));
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(owner.getName() + " has no method " + method + "(int)", failure);
        }
    }

    /** Calls the method of an object of its class. It throws no checked exceptions. */
    public void call(Object owner, int argument) {
        try {
            target.invokeExact(owner, argument);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException("an exception that is not declared", failure);
        }
    }
}
