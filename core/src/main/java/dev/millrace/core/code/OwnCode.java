package dev.millrace.core.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodHandles.Lookup.ClassOption;
import java.lang.reflect.Constructor;
import java.util.List;

/**
 * Makes instances of a class that calls others on a hot path, with code of their own for each combination of classes called.
 *
 * <p>A compiler inlines a call whose place has seen one or two types of receivers. An engine class that runs many user
 * functions has seen many. So the class is loaded once more, as a hidden class of the same bytes, for each combination of
 * callees; the first combination gets the class itself, so that a program with one such place pays nothing. Instances with
 * the same callees share their code, across tasks and jobs, as long as the callees are known.
 *
 * <p>A class fits when nothing outside refers to it by name, other than to make it here: it is known by its interfaces, its
 * nested classes are static, and it hands itself to no parameter of its own type.
 */
public final class OwnCode {

    private static final ClassValue<CodeByCallees> COPIES = new ClassValue<>() {
        @Override
        protected CodeByCallees computeValue(Class<?> caller) {
            return new CodeByCallees(caller);
        }
    };

    private OwnCode() {}

    /**
     * A new instance.
     *
     * @param room a lookup of the caller's package
     * @param caller the class; it has one constructor
     * @param callees the classes that it calls on its hot path, in the order of its fields; none when that does not matter
     */
    public static Object make(Lookup room, Class<?> caller, List<Class<?>> callees, Object... arguments) {
        if (callees.isEmpty()) {
            return instance(caller, arguments);
        }
        return instance(COPIES.get(caller).get(callees, () -> define(in(room, caller), bytes(caller))), arguments);
    }

    private static Lookup in(Lookup room, Class<?> caller) {
        try {
            return MethodHandles.privateLookupIn(caller, room);
        } catch (IllegalAccessException failure) {
            throw new IllegalStateException("no access to " + caller.getName(), failure);
        }
    }

    static Class<?> define(Lookup room, byte[] code) {
        try {
            return room.defineHiddenClass(code, true, ClassOption.NESTMATE).lookupClass();
        } catch (IllegalAccessException failure) {
            throw new IllegalStateException("no access to " + room.lookupClass().getPackageName(), failure);
        }
    }

    /** A new instance of a class with one constructor. */
    static Object instance(Class<?> made, Object... arguments) {
        try {
            Constructor<?> constructor = made.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("cannot make a " + made.getName(), failure);
        }
    }

    private static byte[] bytes(Class<?> caller) {
        String file = caller.getName().substring(caller.getPackageName().length() + 1) + ".class";
        try (InputStream in = caller.getResourceAsStream(file)) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the code of " + caller.getName(), failure);
        }
    }
}
