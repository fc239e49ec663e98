package dev.millrace.testkit.contract;

/** The part of a program that is looked at. */
@FunctionalInterface
public interface Part {

    /** Writes it down, reading inputs of the board and showing results to it. */
    void write(Board board) throws Exception;
}
