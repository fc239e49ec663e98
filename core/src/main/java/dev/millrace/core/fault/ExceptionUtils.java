package dev.millrace.core.fault;

import dev.millrace.core.ModelApi;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

/** Looks into failures: for a cause of a kind, behind wrappers. */
@ModelApi
public final class ExceptionUtils {

    private ExceptionUtils() {}

    /** The failure or the nearest of its causes that is of a class. */
    public static <T extends Throwable> Optional<T> findThrowable(Throwable failure, Class<T> kind) {
        return findThrowable(failure, kind::isInstance).map(kind::cast);
    }

    /** The failure or the nearest of its causes that a predicate accepts. */
    public static Optional<Throwable> findThrowable(Throwable failure, Predicate<Throwable> predicate) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
            if (predicate.test(t)) {
                return Optional.of(t);
            }
        }
        return Optional.empty();
    }

    /** The failure or the nearest of its causes whose message contains a text. */
    public static Optional<Throwable> findThrowableWithMessage(Throwable failure, String text) {
        return findThrowable(
                failure, t -> t.getMessage() != null && t.getMessage().contains(text));
    }

    /** The failure with its stack trace, as text. */
    public static String stringifyException(Throwable failure) {
        if (failure == null) {
            return "(null)";
        }
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    /** The first failure, which now tells of the second too. */
    public static <T extends Throwable> T firstOrSuppressed(T second, T first) {
        if (first == null || first == second) {
            return second;
        }
        first.addSuppressed(second);
        return first;
    }

    /** What an {@link ExecutionException} wraps; any other failure as it is. */
    public static Throwable stripExecutionException(Throwable failure) {
        return stripException(failure, ExecutionException.class);
    }

    /** What a {@link CompletionException} wraps; any other failure as it is. */
    public static Throwable stripCompletionException(Throwable failure) {
        return stripException(failure, CompletionException.class);
    }

    /** What wrappers of a class hold; any other failure as it is. */
    public static Throwable stripException(Throwable failure, Class<? extends Throwable> wrapper) {
        Throwable inner = failure;
        while (wrapper.isInstance(inner) && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }

    /** Throws an unchecked failure as it is, a checked one within a {@link RuntimeException}. */
    public static void rethrow(Throwable failure) {
        rethrow(failure, failure.getMessage());
    }

    /** Throws an unchecked failure as it is, a checked one within a {@link RuntimeException} of a message. */
    public static void rethrow(Throwable failure, String message) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        throw new RuntimeException(message, failure);
    }

    /** Throws a failure as it is; one that is neither error nor exception within an exception. */
    public static void rethrowException(Throwable failure) throws Exception {
        rethrowException(failure, failure.getMessage());
    }

    /** Throws a failure as it is; one that is neither error nor exception within an exception of a message. */
    public static void rethrowException(Throwable failure, String message) throws Exception {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof Exception exception) {
            throw exception;
        }
        throw new Exception(message, failure);
    }

    public static boolean isMetaspaceOutOfMemoryError(Throwable failure) {
        return isOutOfMemory(failure, "Metaspace");
    }

    public static boolean isDirectOutOfMemoryError(Throwable failure) {
        return isOutOfMemory(failure, "Direct buffer memory");
    }

    public static boolean isHeapSpaceOutOfMemoryError(Throwable failure) {
        return isOutOfMemory(failure, "Java heap space");
    }

    private static boolean isOutOfMemory(Throwable failure, String text) {
        return failure instanceof OutOfMemoryError
                && failure.getMessage() != null
                && failure.getMessage().contains(text);
    }
}
