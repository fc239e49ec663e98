package dev.millrace.runtime.task;

import java.util.function.BooleanSupplier;

/** Where a task sits in its host. */
public interface Seat {
    /** Says that the task has something to do. Any thread; returns at once. */
    void ready();

    /**
     * Waits inside a step of the task, on its thread, until a condition holds; it is looked at again whenever the task is
     * {@linkplain #ready ready}. Other tasks go on meanwhile.
     */
    void await(BooleanSupplier condition);
}
