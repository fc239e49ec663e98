package dev.millrace.check;

/** What must hold for every generated value: it returns if it holds, and throws anything at all if not. */
@FunctionalInterface
public interface Property<T> {
    void check(T value) throws Throwable;

    /** A property of two values. */
    @FunctionalInterface
    interface OfTwo<A, B> {
        void check(A first, B second) throws Throwable;
    }

    /** A property of three values. */
    @FunctionalInterface
    interface OfThree<A, B, C> {
        void check(A first, B second, C third) throws Throwable;
    }
}
