package dev.millrace.core.type.generate;

/** A test that generated code needs as a value. Public, because generated code calls it. */
public final class Zero {

    private Zero() {}

    /** Whether the number is zero. */
    public static boolean is(int number) {
        return number == 0;
    }
}
