package dev.millrace.runtime.worker;

import dev.millrace.runtime.task.Seat;
import dev.millrace.runtime.task.Task;
import java.util.function.BooleanSupplier;

/** The place of a task in a roster of a worker. */
final class WorkerSeat implements Seat {
    private final Worker worker;
    private final Roster roster;
    private final Task task;
    private final int place;
    /** When the task has asked to be woken; owned by the thread that runs the worker. */
    long wishedMillis = Long.MAX_VALUE;

    WorkerSeat(Worker worker, Roster roster, Task task, int place) {
        this.worker = worker;
        this.roster = roster;
        this.task = task;
        this.place = place;
    }

    Task task() {
        return task;
    }

    @Override
    public void ready() {
        if (roster.set(place)) {
            worker.unpark();
        }
    }

    @Override
    public void await(BooleanSupplier condition) {
        if (!condition.getAsBoolean()) {
            ((Runner) Thread.currentThread()).await(condition);
        }
    }
}
