package dev.millrace.core.fault;

import dev.millrace.core.ModelApi;

/** Checks at the beginning of methods. Templates name their arguments {@code %s}. */
@ModelApi
public final class Preconditions {

    private Preconditions() {}

    public static <T> T checkNotNull(T reference) {
        if (reference == null) {
            throw new NullPointerException();
        }
        return reference;
    }

    public static <T> T checkNotNull(T reference, String message) {
        if (reference == null) {
            throw new NullPointerException(String.valueOf(message));
        }
        return reference;
    }

    public static <T> T checkNotNull(T reference, String template, Object... arguments) {
        if (reference == null) {
            throw new NullPointerException(filled(template, arguments));
        }
        return reference;
    }

    public static void checkArgument(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
    }

    public static void checkArgument(boolean condition, Object message) {
        if (!condition) {
            throw new IllegalArgumentException(String.valueOf(message));
        }
    }

    public static void checkArgument(boolean condition, String template, Object... arguments) {
        if (!condition) {
            throw new IllegalArgumentException(filled(template, arguments));
        }
    }

    public static void checkState(boolean condition) {
        if (!condition) {
            throw new IllegalStateException();
        }
    }

    public static void checkState(boolean condition, Object message) {
        if (!condition) {
            throw new IllegalStateException(String.valueOf(message));
        }
    }

    public static void checkState(boolean condition, String template, Object... arguments) {
        if (!condition) {
            throw new IllegalStateException(filled(template, arguments));
        }
    }

    public static void checkElementIndex(int index, int size) {
        checkElementIndex(index, size, "");
    }

    public static void checkElementIndex(int index, int size, String message) {
        checkArgument(size >= 0, "the size cannot be negative: %s", size);
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(message + " index " + index + " of " + size);
        }
    }

    /** Puts arguments in the place of {@code %s}; those left over follow in brackets. */
    private static String filled(String template, Object... arguments) {
        StringBuilder text = new StringBuilder();
        String rest = String.valueOf(template);
        int next = 0;
        for (int at = rest.indexOf("%s"); at >= 0 && next < arguments.length; at = rest.indexOf("%s")) {
            text.append(rest, 0, at).append(arguments[next++]);
            rest = rest.substring(at + 2);
        }
        text.append(rest);
        if (next < arguments.length) {
            Object[] left = java.util.Arrays.copyOfRange(arguments, next, arguments.length);
            text.append(' ').append(java.util.Arrays.toString(left));
        }
        return text.toString();
    }
}
