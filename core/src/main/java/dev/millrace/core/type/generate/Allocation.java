package dev.millrace.core.type.generate;

import dev.millrace.core.type.codec.CodecException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;

/** Makes objects of classes that have no constructor without arguments. Public, because generated code calls it. */
public final class Allocation {

    private static final MethodHandle ALLOCATE = allocator();

    private Allocation() {}

    /** Makes an object without running a constructor. */
    public static Object allocate(Class<?> valueClass) {
        try {
            return (Object) ALLOCATE.invokeExact(valueClass);
        } catch (Throwable e) {
            throw new CodecException(valueClass.getName() + " cannot be instantiated: " + e, e);
        }
    }

    /** The one way the Java runtime offers; by reflection, because the compiler warns of the class as such. */
    private static MethodHandle allocator() {
        try {
            Class<?> unsafe = Class.forName("sun.misc.Unsafe");
            Field field = unsafe.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflect(unsafe.getMethod("allocateInstance", Class.class))
                    .bindTo(field.get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Java runtime lacks the module jdk.unsupported", e);
        }
    }
}
