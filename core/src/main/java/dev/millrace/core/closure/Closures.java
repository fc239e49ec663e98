package dev.millrace.core.closure;

import dev.millrace.core.function.InvalidProgramException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;

/** Prepares a user function for its journey to where the tasks run. */
public final class Closures {

    private Closures() {}

    /**
     * Drops references to unused outer objects, in place, and checks that the rest can be serialized.
     *
     * @return the same function
     * @throws InvalidProgramException when something in it cannot be serialized; names the path of fields to it
     */
    public static <F> F cleaned(F function) {
        OuterReferences.dropUnused(function);
        return checked(function);
    }

    /**
     * Checks that a function can be serialized as it is.
     *
     * @return the same function
     * @throws InvalidProgramException when something in it cannot be serialized; names the path of fields to it
     */
    public static <F> F checked(F function) {
        try (ObjectOutputStream trial = new ObjectOutputStream(OutputStream.nullOutputStream())) {
            trial.writeObject(function);
            return function;
        } catch (IOException | RuntimeException e) {
            String path = new UnserializablePath().find(function);
            String reason = path == null ? name(function) + " cannot be serialized: " + e.getMessage() : path;
            throw new InvalidProgramException(reason, e);
        }
    }

    /** A copy of a function, as its journey would make it. */
    @SuppressWarnings("unchecked") // a copy has the class of the original
    public static <F> F copied(F function) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(function);
            }
            try (ObjectInputStream in = new UserObjects(bytes.toByteArray(), function.getClass())) {
                return (F) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new InvalidProgramException(name(function) + " cannot be copied: " + e.getMessage(), e);
        }
    }

    /** Finds classes where the function's own class comes from. */
    private static final class UserObjects extends ObjectInputStream {
        private final ClassLoader classes;

        UserObjects(byte[] bytes, Class<?> near) throws IOException {
            super(new ByteArrayInputStream(bytes));
            classes = near.getClassLoader();
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, classes);
            } catch (ClassNotFoundException elsewhere) {
                return super.resolveClass(description);
            }
        }
    }

    /** The class of a function as an error shows it: without packages, lambdas by where they stand. */
    static String name(Object function) {
        Class<?> type = function.getClass();
        if (type.isHidden() || type.isSynthetic()) {
            String name = type.getName();
            int lambda = name.indexOf("$$Lambda");
            String owner = lambda < 0 ? name : name.substring(0, lambda);
            return "a lambda in " + owner.substring(owner.lastIndexOf('.') + 1);
        }
        String name = type.getName();
        return type.isAnonymousClass() || type.getSimpleName().isEmpty()
                ? name.substring(name.lastIndexOf('.') + 1)
                : type.getSimpleName();
    }
}
