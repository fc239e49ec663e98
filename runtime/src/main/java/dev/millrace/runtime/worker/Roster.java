package dev.millrace.runtime.worker;

import dev.millrace.runtime.task.Task;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Comparator;
import java.util.List;

/**
 * The tasks of a worker, consumers before producers, with one bit each that says whether it is ready. A change makes a new
 * roster in which all are ready: a wake-up that went to the old one came before its task was seated anew, so the step that
 * follows sees what it was about.
 */
final class Roster {
    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final Comparator<Task> CONSUMERS_FIRST =
            Comparator.comparingInt((Task task) -> -task.id().vertex());

    private final WorkerSeat[] seats;
    private final long[] words;

    /** Seats the tasks at a worker, all of them ready. */
    Roster(Worker worker, List<Task> tasks) {
        List<Task> sorted = tasks.stream().sorted(CONSUMERS_FIRST).toList();
        this.seats = new WorkerSeat[tasks.size()];
        this.words = new long[tasks.size() / 64 + 1];
        for (int place = 0; place < seats.length; place++) {
            seats[place] = new WorkerSeat(worker, this, sorted.get(place), place);
            words[place / 64] |= 1L << place;
        }
    }

    /** Tells the tasks where they sit. */
    void seat() {
        for (WorkerSeat seat : seats) {
            seat.task().seat(seat);
        }
    }

    List<Task> tasks() {
        return List.of(seats).stream().map(WorkerSeat::task).toList();
    }

    int size() {
        return seats.length;
    }

    WorkerSeat get(int place) {
        return seats[place];
    }

    /** Marks a task as ready; true when it was not. Any thread. */
    boolean set(int place) {
        long bit = 1L << place;
        return ((long) WORDS.getVolatile(words, place / 64) & bit) == 0
                && ((long) WORDS.getAndBitwiseOr(words, place / 64, bit) & bit) == 0;
    }

    /** Takes the mark of a task, before it is stepped. */
    void take(int place) {
        WORDS.getAndBitwiseAnd(words, place / 64, ~(1L << place));
    }

    /** The first ready task from a place on, or -1. */
    int next(int from) {
        int word = from / 64;
        if (word >= words.length) {
            return -1;
        }
        long bits = (long) WORDS.getVolatile(words, word) & -1L << from;
        while (bits == 0) {
            if (++word == words.length) {
                return -1;
            }
            bits = (long) WORDS.getVolatile(words, word);
        }
        return word * 64 + Long.numberOfTrailingZeros(bits);
    }
}
