package dev.millrace.runtime.chain;

import dev.millrace.core.operator.Mailbox;
import java.util.PriorityQueue;

/** Actions of one task that wait for their time, in order of time, then of request. Owned by the task's thread. */
public final class Alarms {
    private record Alarm(long timeMillis, long number, Mailbox.Action action) implements Comparable<Alarm> {
        @Override
        public int compareTo(Alarm other) {
            int byTime = Long.compare(timeMillis, other.timeMillis);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Alarm> waiting = new PriorityQueue<>();
    private long numbers;

    /** Runs an action once the clock has come to {@code timeMillis}. */
    public void at(long timeMillis, Mailbox.Action action) {
        waiting.add(new Alarm(timeMillis, numbers++, action));
    }

    /** The time of the earliest, milliseconds since the epoch; {@link Long#MAX_VALUE} when none waits. */
    public long earliestMillis() {
        Alarm first = waiting.peek();
        return first == null ? Long.MAX_VALUE : first.timeMillis;
    }

    /** Runs the earliest if its time has come; false when there was none. */
    public boolean runOne(long nowMillis) throws Exception {
        Alarm first = waiting.peek();
        if (first == null || first.timeMillis > nowMillis) {
            return false;
        }
        waiting.poll();
        first.action.run();
        return true;
    }

    /** Forgets all. */
    public void clear() {
        waiting.clear();
    }
}
