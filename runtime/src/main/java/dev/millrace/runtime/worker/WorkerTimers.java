package dev.millrace.runtime.worker;

import java.util.PriorityQueue;

/** When the tasks of a worker want to be stepped again though nothing comes. Owned by the thread that runs the worker. */
final class WorkerTimers {
    /** A wish; one that its task has replaced by an earlier one is left in the queue and wakes it in vain. */
    private record Wish(long timeMillis, long number, WorkerSeat seat) implements Comparable<Wish> {
        @Override
        public int compareTo(Wish other) {
            int byTime = Long.compare(timeMillis, other.timeMillis);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Wish> wishes = new PriorityQueue<>();
    private long numbers;

    /** The task in a seat wants to be woken at a time, or not at all when it is {@link Long#MAX_VALUE}. */
    void wish(WorkerSeat seat, long timeMillis) {
        if (timeMillis < seat.wishedMillis) {
            seat.wishedMillis = timeMillis;
            wishes.add(new Wish(timeMillis, numbers++, seat));
        }
    }

    /** The time of the first wish, milliseconds since the epoch, or {@link Long#MAX_VALUE}. */
    long firstMillis() {
        Wish first = wishes.peek();
        return first == null ? Long.MAX_VALUE : first.timeMillis;
    }

    /** Wakes the tasks whose time has come. */
    void wake(long nowMillis) {
        while (firstMillis() <= nowMillis && !wishes.isEmpty()) {
            Wish due = wishes.poll();
            if (due.seat.wishedMillis == due.timeMillis) {
                due.seat.wishedMillis = Long.MAX_VALUE;
            }
            due.seat.ready();
        }
    }

    void clear() {
        wishes.clear();
    }
}
