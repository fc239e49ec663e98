package dev.millrace.core.operator;

/** An operator that says when it can take input, and which. Asked before each record. */
public interface Paced {

    /** Any input. */
    int ANY = -1;

    /** Whether a record may come now; when this turns true the operator says so through its mailbox. */
    boolean ready();

    /** The number of the one input that it wants next, or {@link #ANY}. */
    default int wants() {
        return ANY;
    }

    /** Whether it still works on records that it was given: a loop that it lies in is not over before. */
    default boolean isPending() {
        return false;
    }
}
