package dev.millrace.runtime.source;

import dev.millrace.core.operator.Mailbox;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes the orders of an enumerator in the order of their numbers, each once. Owned by the task's thread. */
final class SourceOrders {
    /** How far an order may be ahead of the one that is missing. */
    private static final int AHEAD_MAX = 1 << 16;

    private final SortedMap<Long, Mailbox.Action> ahead = new TreeMap<>();
    private long taken;

    /** How many orders have been taken. */
    long taken() {
        return taken;
    }

    void add(long sequence, Mailbox.Action order) throws Exception {
        if (sequence < taken) {
            return;
        }
        if (sequence - taken > AHEAD_MAX) {
            throw new IllegalStateException("order " + sequence + " of the enumerator came while order " + taken
                    + " is missing; more than " + AHEAD_MAX + " orders cannot wait");
        }
        ahead.putIfAbsent(sequence, order);
        while (!ahead.isEmpty() && ahead.firstKey() == taken) {
            Mailbox.Action next = ahead.remove(taken);
            taken++;
            next.run();
        }
    }
}
