package dev.millrace.core.closure;

import dev.millrace.core.function.InvalidProgramException;
import java.io.IOException;
import java.io.ObjectOutputStream;
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
